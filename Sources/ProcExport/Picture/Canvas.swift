import ProcModel

/// Writes the elements of an SVG picture. Numbers are written with one decimal, so that the same run
/// gives the same bytes everywhere.
struct Canvas<Sink: ExportSink> {
  var sink: Sink

  init(_ sink: Sink) { self.sink = sink }

  /// Text as it is, which must be markup.
  mutating func raw(_ markup: String) throws { try sink.write(markup: markup + "\n") }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ classes: String
  ) throws {
    try raw(
      "<line class=\"\(classes)\" x1=\"\(n(x1))\" y1=\"\(n(y1))\" x2=\"\(n(x2))\" y2=\"\(n(y2))\"/>"
    )
  }

  mutating func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ classes: String, round: Int = 0
  ) throws {
    try raw(
      "<rect class=\"\(classes)\" x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(max(0, width)))\""
        + " height=\"\(n(height))\"\(round > 0 ? " rx=\"\(round)\"" : "")/>")
  }

  mutating func path(_ data: String, _ classes: String) throws {
    try raw("<path class=\"\(classes)\" d=\"\(data)\"/>")
  }

  /// A sign, its middle at a place.
  mutating func sign(_ name: String, _ x: Double, _ y: Double, _ classes: String) throws {
    try raw("<use class=\"\(classes)\" href=\"#\(name)\" x=\"\(n(x))\" y=\"\(n(y))\"/>")
  }

  /// One line of text, each run of it at its own place: if a font for Chinese is not exactly twice
  /// as wide as the one for Latin, nothing moves.
  ///
  /// - Parameters:
  ///   - cell: how wide a cell is.
  ///   - limit: how many cells there are.
  mutating func text(
    _ text: String, _ x: Double, _ y: Double, _ classes: String, cell: Double, limit: Int = .max
  ) throws {
    let fitting = limit == .max ? text : TextLayout.truncated(text, to: limit)
    guard fitting.contains(where: { $0 != " " }) else { return }
    var markup = "<text class=\"\(classes)\" y=\"\(n(y))\">"
    for run in TextRun.of(fitting) {
      let places = run.places.map { n(x + $0 * cell) }.joined(separator: " ")
      markup += "<tspan x=\"\(places)\">\(XML.escaped(run.text))</tspan>"
    }
    try raw(markup + "</text>")
  }
}

/// A number with one decimal.
func n(_ number: Double) -> String {
  let tenths = Int((number * 10).rounded())
  let sign = tenths < 0 ? "-" : ""
  let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
  return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
}

/// A run of text that is placed as a whole: characters of one cell, or wide ones, each of which has
/// its own place.
struct TextRun: Equatable {
  let text: String
  /// Where it begins, in cells; of wide characters, where each begins.
  let places: [Double]

  /// The runs of a line.
  static func of(_ line: String) -> [TextRun] {
    var runs: [TextRun] = []
    var narrow = ""
    var start = 0
    var cells = 0
    func end() {
      if !narrow.isEmpty { runs.append(TextRun(text: narrow, places: [Double(start)])) }
      narrow = ""
    }
    for character in line {
      let width = DisplayWidth.of(character)
      if width == 2 {
        end()
        // A wide character of a common font is 1 em, two cells are 1.2 em.
        runs.append(TextRun(text: String(character), places: [Double(cells) + 0.17]))
      } else {
        if narrow.isEmpty { start = cells }
        narrow.append(character)
      }
      cells += width
    }
    end()
    return joined(runs)
  }

  /// Wide characters that follow each other, as one run.
  private static func joined(_ runs: [TextRun]) -> [TextRun] {
    runs.reduce(into: []) { result, run in
      if let last = result.last, DisplayWidth.of(run.text) == 2, run.text.unicodeScalars.count == 1,
        last.places.count == last.text.unicodeScalars.count,
        last.text.allSatisfy({ DisplayWidth.of($0) == 2 })
      {
        result[result.count - 1] = TextRun(
          text: last.text + run.text, places: last.places + run.places)
      } else {
        result.append(run)
      }
    }
  }
}

/// Text in markup.
enum XML {
  /// `text` for use between tags or in an attribute; it must already be safe to show.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in Sanitizer.line(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
