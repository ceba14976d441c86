import ProcModel

/// The signs with which things are drawn: one set for terminals that know Unicode, one for those
/// that know ASCII only. Every state and every mark has a sign of its own in both.
struct Glyphs: Sendable, Hashable {
  /// Whether this is the ASCII set.
  let isASCII: Bool

  static let unicode = Glyphs(isASCII: false)
  static let ascii = Glyphs(isASCII: true)

  private func pick(_ unicode: Character, _ ascii: Character) -> Character {
    isASCII ? ascii : unicode
  }

  // Lanes, by state.
  var running: Character { pick("━", "=") }
  var holding: Character { pick("█", "#") }
  var waiting: Character { pick("░", ":") }
  var blocked: Character { pick("╌", "-") }
  var asleep: Character { pick("·", ".") }
  var held: Character { pick("╎", "!") }
  var idle: Character { pick("┈", "_") }

  // What a held lane is about to do.
  var canMove: Character { pick("▸", "+") }
  var wouldTimeOut: Character { pick("⊙", "t") }
  var hasToWait: Character { pick("∥", "w") }
  var learnsNothing: Character { pick("↻", "@") }
  var outside: Character { pick("⋯", "?") }

  // Lines and signs around them.
  var chosen: Character { pick("❯", ">") }
  var horizontal: Character { pick("─", "-") }
  var vertical: Character { pick("│", "|") }
  var tick: Character { pick("╷", "|") }
  var cut: Character { pick("≈", "~") }
  var playhead: Character { pick("▼", "v") }
  var flag: Character { pick("⚑", "M") }
  var playheadLine: Character { pick("┊", "|") }
  var folded: Character { pick("▸", "+") }
  var back: Character { pick("◀", "<") }
  var minus: Character { pick("−", "-") }
  var barFull: Character { pick("█", "#") }
  var barEmpty: Character { pick("░", ".") }
  var more: Character { pick("↓", "v") }
  var before: Character { pick("↑", "^") }
  var good: Character { pick("✓", "+") }
  var bad: Character { pick("✗", "x") }
  var step: Character { pick("•", "*") }
  var arrowHead: Character { pick("▶", ">") }

  /// The sign of a mark on a lane's line.
  func mark(_ shape: Timeline.Mark.Shape, isWrong: Bool) -> Character {
    if isWrong, shape != .failed, shape != .killed { return pick("✗", "x") }
    return switch shape {
    case .begin: pick("▶", ">")
    case .read: pick("●", "o")
    case .write: pick("◆", "*")
    case .put: pick("▲", "P")
    case .get: pick("▽", "G")
    case .set: pick("◈", "S")
    case .fetched: pick("◉", "F")
    case .served: pick("○", "V")
    case .joined: pick("⋈", "J")
    case .timedOut: pick("⊘", "T")
    case .taken: pick("⊖", "(")
    case .given: pick("⊕", ")")
    case .notified: pick("✦", "N")
    case .cleared: pick("▱", "C")
    case .woken: pick("✧", "W")
    case .arrived: pick("⊣", "A")
    case .passed: pick("⊢", "B")
    case .broken: pick("⊟", "Z")
    case .taskBegin: pick("┣", "[")
    case .taskEnd: pick("┫", "]")
    case .typed: pick("↵", "I")
    case .printed: pick("»", "\"")
    case .noted: pick("†", "'")
    case .remembered: pick("◇", "m")
    case .ended: pick("■", "E")
    case .failed: pick("⊠", "X")
    case .killed: pick("✖", "K")
    }
  }

  /// A connector's sign where it leaves a cell in these directions.
  func connector(_ directions: Directions) -> Character {
    if isASCII {
      return switch directions {
      case [.left, .right], .left, .right: "-"
      case [.up, .down], .up, .down: "|"
      default: "+"
      }
    }
    return Self.corners[Int(directions.rawValue)]
  }

  /// Box-drawing signs by the bits of ``Directions``.
  private static let corners: [Character] = [
    " ", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴", "┬", "┼",
  ]
}

/// The sides on which a connector leaves a cell.
struct Directions: OptionSet, Hashable, Sendable {
  let rawValue: UInt8
  static let up = Directions(rawValue: 1)
  static let down = Directions(rawValue: 2)
  static let left = Directions(rawValue: 4)
  static let right = Directions(rawValue: 8)
}

extension Frame {
  /// The frame with the punctuation of our own texts in ASCII; what a terminal without Unicode
  /// cannot show at all becomes `?`.
  func inASCII(keepingText: Bool) -> Frame {
    var frame = self
    frame.replaceGlyphs { cell in
      guard !cell.glyph.isASCII else { return cell }
      var cell = cell
      if let replacement = Self.substitutes[cell.glyph] {
        cell.glyph = replacement
      } else if !keepingText {
        cell.glyph = "?"
        cell.width = 1
      }
      return cell
    }
    return frame
  }

  private static let substitutes: [Character: Character] = [
    "…": "~", "·": "-", "×": "x", "›": ">", "—": "-", "–": "-", "→": ">", "←": "<", "↑": "^",
    "↓": "v", "“": "\"", "”": "\"", "‘": "'", "’": "'", "µ": "u", "≤": "<",
  ]
}
