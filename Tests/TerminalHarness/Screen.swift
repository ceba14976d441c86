/// The size of a terminal in cells.
public struct TerminalSize: Sendable, Hashable, CustomStringConvertible {
  /// Rows from top to bottom.
  public let rows: Int
  /// Columns from left to right.
  public let columns: Int

  /// A terminal of this many columns and rows, in the order in which people say it: 80×24.
  public init(_ columns: Int, _ rows: Int) {
    self.rows = rows
    self.columns = columns
  }

  /// 80×24: must be readable.
  public static let small = TerminalSize(80, 24)
  /// 120×36: where ProcViz is at home.
  public static let home = TerminalSize(120, 36)

  /// As people write it: 80×24.
  public var description: String { "\(columns)×\(rows)" }
}

/// The colour of a cell's glyph or ground.
public enum Colour: Sendable, Hashable {
  /// The terminal's own.
  case standard
  /// One of the palette of 256.
  case indexed(UInt8)
  /// Red, green and blue.
  case rgb(UInt8, UInt8, UInt8)
}

/// One cell of a terminal, as the person in front of it would see it.
public struct Cell: Sendable, Hashable {
  /// What is in it: a space where nothing is, empty in the second half of a wide character.
  public let text: String
  /// How it is drawn.
  public let style: Style

  /// How a cell is drawn.
  public struct Style: Sendable, Hashable {
    /// The colour of the glyph.
    public var foreground = Colour.standard
    /// The colour behind it.
    public var background = Colour.standard
    /// The glyph is bold.
    public var isBold = false
    /// The glyph is underlined.
    public var isUnderlined = false
    /// Glyph and ground have changed places.
    public var isReversed = false

    /// Drawn plainly, as a terminal draws text that nobody styled.
    public static let plain = Style()
  }
}

/// What stands on a terminal at one moment.
public struct Screen: Sendable, Equatable, CustomStringConvertible {
  /// All cells, by row and column.
  public let cells: [[Cell]]
  /// Where the cursor is, from 0.
  public let cursor: Position
  /// What the program asked of the terminal.
  public let modes: Modes

  /// A cell's place, both from 0.
  public struct Position: Sendable, Hashable {
    /// The row, 0 at the top.
    public let row: Int
    /// The column, 0 at the left.
    public let column: Int

    /// The cell in this row and column.
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// What a program asked of its terminal, and ought to take back when it goes.
  public struct Modes: Sendable, Hashable {
    /// The alternate screen is shown (DECSET 1049).
    public var alternateScreen = false
    /// The cursor can be seen.
    public var cursorVisible = true
    /// Mouse events are reported.
    public var mouse = false
    /// The window's title, if the program ever set one.
    public var title: String?

    /// What a terminal is like before a program asked for anything.
    public static let initial = Modes()
  }

  /// Whether two screens look the same; where a hidden cursor is does not show.
  public static func == (one: Screen, other: Screen) -> Bool {
    one.cells == other.cells && one.modes == other.modes
      && (!one.modes.cursorVisible || one.cursor == other.cursor)
  }

  /// The rows as text, without the spaces at their ends.
  public var lines: [String] { cells.map(Screen.text) }

  /// All rows as text.
  public var text: String { lines.joined(separator: "\n") }

  /// The first row.
  public var header: String { lines.first ?? "" }

  /// The screen in a frame, for messages.
  public var description: String {
    let rule = String(repeating: "─", count: cells.first?.count ?? 0)
    return (["┌" + rule] + lines.map { "│" + $0 } + ["└" + rule]).joined(separator: "\n")
  }

  /// Whether this text stands in one of the rows.
  public func contains(_ needle: String) -> Bool { position(of: needle) != nil }

  /// The rows in which two screens differ, here and there, for messages.
  public func difference(from other: Screen) -> String {
    var rows: [String] = modes == other.modes ? [] : ["modes: \(modes) / \(other.modes)"]
    for (row, (mine, theirs)) in zip(cells, other.cells).enumerated() where mine != theirs {
      let columns = mine.indices.filter { $0 >= theirs.count || mine[$0] != theirs[$0] }
      rows.append("row \(row), columns \(columns): \(columns.map { (mine[$0], theirs[$0]) })")
    }
    return rows.joined(separator: "\n")
  }

  /// The first row that contains this text, or nil.
  public func line(containing needle: String) -> String? { lines.first { $0.contains(needle) } }

  /// The cell in which this text starts, the topmost and leftmost if there are several.
  public func position(of needle: String) -> Position? {
    for (row, line) in cells.enumerated() {
      for column in line.indices where starts(needle, at: column, of: line) {
        return Position(row: row, column: column)
      }
    }
    return nil
  }

  /// How the first cell of this text is drawn, or nil where the text is not on the screen.
  public func style(of needle: String) -> Cell.Style? {
    position(of: needle).map { cells[$0.row][$0.column].style }
  }

  private func starts(_ needle: String, at column: Int, of line: [Cell]) -> Bool {
    var rest = needle[...]
    for cell in line[column...] {
      guard !rest.isEmpty else { return true }
      guard rest.hasPrefix(cell.text) else { return false }
      rest = rest.dropFirst(cell.text.count)
    }
    return rest.isEmpty && !needle.isEmpty
  }

  private static func text(of cells: [Cell]) -> String {
    var text = cells.map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }
}
