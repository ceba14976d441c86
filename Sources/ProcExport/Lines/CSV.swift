public import ProcModel

/// A table for spreadsheets and data frames (RFC 4180): a header, then a row for each event.
///
/// The columns are the fields of JSON lines; if an event does not have a field, the cell is empty.
/// Every row is one line: line breaks and other control characters within a text are written as in
/// JSON, `\n`, and a backslash is doubled.
///
/// A spreadsheet would take a text that begins with `=`, `+`, `-` or `@` as a formula, and a
/// process could make it run anything. Such a text gets an apostrophe in front, which makes it
/// plain text there. So does a text that begins with an apostrophe: removing one apostrophe always
/// gives the text back. Numbers are written as they are.
public enum CSV {
  /// The columns, in their order. New ones are added at the end.
  public static let columns = [
    "seq", "t_ns", "pid", "tid", "process", "event", "object",
    "child", "method", "daemon", "parent_pid", "child_pid", "code", "signal", "error",
    "timed_out", "alive", "timeout_ns", "depth", "owner_died", "mended",
    "item", "serial", "closed", "what", "unfinished", "end", "value", "index", "at_most",
    "key", "request", "client_pid", "task", "outcome", "count", "units", "waiting", "woken",
    "all", "lock", "timed", "generation", "broken", "set", "duration_ns", "text", "stream",
    "operation", "kind", "capacity", "manager", "ends", "sharer_died",
  ]

  /// The columns that follow in a run with events of unknown kinds: their fields as they came.
  public static let columnsOfUnknown = ["object_id", "extra", "flags", "detail"]

  private static let places = Dictionary(
    uniqueKeysWithValues: (columns + columnsOfUnknown).enumerated().map { ($1, $0) })

  /// Writes the table.
  public static func write(_ run: Run, to sink: inout some ExportSink) throws {
    var walk = Walk()
    var json = JSONWriter()
    let titles = run.world.unknownCount > 0 ? columns + columnsOfUnknown : columns
    try sink.write(markup: titles.joined(separator: ",") + "\r\n")
    for (seq, event) in run.trace.enumerated() {
      walk.take(event)
      json.removeAll()
      EventJSON.write(event, seq: seq, world: walk.world, to: &json)
      try sink.write(markup: row(json.bytes, of: titles.count))
    }
  }

  /// The row of an event, given as a JSON line.
  private static func row(_ line: [UInt8], of count: Int) -> String {
    var cells = [String](repeating: "", count: count)
    var members = FlatJSON(line)
    while let member = members.next() {
      guard let place = places[member.key], place < count else { continue }
      cells[place] = member.isString ? cell(member.value) : member.value
    }
    return cells.joined(separator: ",") + "\r\n"
  }

  /// The characters that a spreadsheet takes as the beginning of a formula, wide forms included,
  /// and the apostrophe that prevents this.
  private static let dangerous: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "＝", "＋", "－", "＠", "'",
  ]

  /// The cell of a text.
  ///
  /// - Parameter text: as written in a JSON string.
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
