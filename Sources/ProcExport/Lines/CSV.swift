public import ProcModel

/// A table for spreadsheets and data frames (RFC 4180): a header, then a row for each event.
///
/// The columns are the fields of JSON lines; where an event does not have one, the cell is empty.
/// Every row is one line: line breaks and other control characters within a text stand as in JSON,
/// `\n`, and a backslash is two.
///
/// A text that begins with `=`, `+`, `-` or `@` would be a formula to a spreadsheet, and a process
/// could make it run anything. Such a text has an apostrophe in front, which makes it plain text
/// there; so has one that begins with an apostrophe, so that taking one away always gives the text
/// back. Numbers are numbers.
public enum CSV {
  /// The columns, in their order. New ones are added at the end.
  public static let columns = [
    "seq", "t_ns", "pid", "tid", "process", "event", "object",
    "child", "method", "daemon", "parent_pid", "child_pid", "code", "signal", "error",
    "timed_out", "alive", "timeout_ns", "depth", "owner_died", "mended",
    "item", "serial", "closed", "what", "unfinished", "end", "value", "index", "at_most",
    "key", "request", "client_pid", "task", "outcome", "count", "units", "waiting", "woken",
    "all", "lock", "timed", "generation", "broken", "set", "duration_ns", "text", "stream",
    "operation", "kind", "capacity", "manager", "ends",
  ]

  private static let places = Dictionary(
    uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })

  /// Writes the table.
  public static func write(_ run: Run, to sink: inout some ExportSink) throws {
    var walk = Walk()
    var json = JSONWriter()
    try sink.write(columns.joined(separator: ",") + "\r\n")
    for (seq, event) in run.trace.enumerated() {
      walk.take(event)
      json.removeAll()
      EventJSON.write(event, seq: seq, world: walk.world, to: &json)
      try sink.write(row(json.bytes))
    }
  }

  /// The row of an event, given as a JSON line.
  private static func row(_ line: [UInt8]) -> String {
    var cells = [String](repeating: "", count: columns.count)
    var members = FlatJSON(line)
    while let member = members.next() {
      guard let place = places[member.key] else { continue }
      cells[place] = member.isString ? cell(member.value) : member.value
    }
    return cells.joined(separator: ",") + "\r\n"
  }

  /// What a spreadsheet takes for the beginning of a formula, wide forms included, and the sign that
  /// keeps it from doing so.
  private static let dangerous: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "＝", "＋", "－", "＠", "'",
  ]

  /// A text as a cell.
  ///
  /// - Parameter text: as it stands in a JSON string.
  private static func cell(_ text: String) -> String {
    let scalars = unquoted(text.unicodeScalars)
    var cell = scalars.first.map(dangerous.contains) ?? false ? "'" : ""
    let isQuoted = scalars.contains { $0 == "\"" || $0 == "," }
    for scalar in scalars {
      if scalar == "\"" { cell.unicodeScalars.append(scalar) }
      cell.unicodeScalars.append(scalar)
    }
    return isQuoted ? "\"\(cell)\"" : cell
  }

  /// Quotation marks need no backslash here.
  private static func unquoted(_ text: String.UnicodeScalarView) -> [Unicode.Scalar] {
    var plain: [Unicode.Scalar] = []
    var isEscaped = false
    for scalar in text {
      if scalar == "\"", isEscaped { plain.removeLast() }
      isEscaped = scalar == "\\" && !isEscaped
      plain.append(scalar)
    }
    return plain
  }
}
