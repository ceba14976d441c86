import ProcModel

/// One line of text whose parts mean different things.
struct Line: Hashable, Sendable {
  /// A part with one meaning.
  struct Part: Hashable, Sendable {
    var text: String
    var style: Style
  }

  /// The parts, left to right.
  var parts: [Part]

  /// An empty line.
  init() { parts = [] }
  /// A line with one meaning.
  init(_ text: String, _ style: Style = .text) { parts = [Part(text: text, style: style)] }

  /// The columns that it takes.
  var width: Int { parts.reduce(0) { $0 + TextLayout.width(of: $1.text) } }

  /// The line with more at its end.
  func adding(_ text: String, _ style: Style = .text) -> Line {
    var line = self
    line.parts.append(Part(text: text, style: style))
    return line
  }

  /// Adds a part at the end.
  mutating func add(_ text: String, _ style: Style = .text) {
    parts.append(Part(text: text, style: style))
  }

  /// The line with a sign at its end that more would follow: within `columns`, after a whole word.
  func brokenOff(within columns: Int) -> Line {
    var line = self
    let mark = " …"
    let room = columns - TextLayout.width(of: mark)
    var isWithinWord = false
    while line.width > room || isWithinWord, let cut = line.removeLast() {
      let last = line.parts.last?.text.last
      isWithinWord = cut.isWordSign && last?.isWordSign == true
    }
    while line.parts.last?.text.last == " " { _ = line.removeLast() }
    return line.adding(mark, .faint)
  }

  /// Takes the last sign away.
  private mutating func removeLast() -> Character? {
    guard let index = parts.indices.last else { return nil }
    let sign = parts[index].text.popLast()
    if parts[index].text.isEmpty { parts.removeLast() }
    return sign ?? (parts.isEmpty ? nil : removeLast())
  }

  /// The lines of a text, wrapped to `columns`, with what `highlighter` knows set off.
  static func wrapped(
    _ text: String, to columns: Int, style: Style = .text, highlighter: Highlighter = Highlighter()
  ) -> [Line] {
    TextLayout.wrapped(text, to: columns).map { highlighter.line($0, style: style) }
  }
}

extension Character {
  /// Whether it belongs to a word that is not to be broken: Chinese may be broken anywhere.
  fileprivate var isWordSign: Bool { self != " " && TextLayout.width(of: self) == 1 }
}

/// Sets off words that have a look of their own: the names of processes, in their hues.
struct Highlighter: Sendable {
  /// The words, longest first, so that `Process-10` is not taken for `Process-1`.
  private var words: [(text: String, style: Style)] = []

  /// Sets nothing off.
  init() {}

  /// Sets off the given words.
  init(_ styles: [(String, Style)]) {
    words = styles.filter { !$0.0.isEmpty }.map { (text: $0.0, style: $0.1) }
      .sorted { $0.text.utf8.count > $1.text.utf8.count }
  }

  /// `text` with the words set off.
  func line(_ text: String, style: Style) -> Line {
    var line = Line()
    var plain = ""
    var rest = Substring(text)
    var previous: Character = " "
    while let first = rest.first {
      if let word = words.first(where: { isWord($0.text, in: rest, after: previous) }) {
        if !plain.isEmpty { line.add(plain, style) }
        plain = ""
        line.add(word.text, word.style)
        rest = rest.dropFirst(word.text.count)
        previous = word.text.last ?? " "
      } else {
        plain.append(first)
        previous = first
        rest = rest.dropFirst()
      }
    }
    if !plain.isEmpty { line.add(plain, style) }
    return line
  }

  private func isWord(_ word: String, in text: Substring, after previous: Character) -> Bool {
    guard text.hasPrefix(word), !continues(previous) else { return false }
    return text.dropFirst(word.count).first.map { !continues($0) } ?? true
  }

  private func continues(_ sign: Character) -> Bool {
    sign.isASCII && (sign.isLetter || sign.isNumber || sign == "-" || sign == "_")
  }
}

extension Frame {
  /// Puts a line, cut off after `limit` columns.
  ///
  /// - Returns: the column after it.
  @discardableResult
  mutating func put(_ line: Line, row: Int, column: Int, limit: Int = Int.max) -> Int {
    var next = column
    for part in line.parts {
      let room = limit == Int.max ? limit : limit - (next - column)
      if room <= 0 { break }
      next = put(part.text, row: row, column: next, style: part.style, limit: room)
    }
    return next
  }

  /// Puts lines one below the other, as many as the area has rows for.
  ///
  /// - Returns: the row after the last one.
  @discardableResult
  mutating func put(_ lines: [Line], in area: Rect) -> Int {
    for (index, line) in lines.prefix(area.rows).enumerated() {
      put(line, row: area.row + index, column: area.column, limit: area.columns)
    }
    return area.row + min(lines.count, area.rows)
  }
}
