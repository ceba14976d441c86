import Foundation
import ProcModel
import Testing

@testable import ProcExport

@Suite struct LinesTests {
  private func jsonLines(_ run: Run) throws -> [String] {
    var sink = MemorySink()
    try JSONLines.write(run, .counter(), to: &sink)
    return sink.text.split(separator: "\n").map(String.init)
  }

  private func table(_ run: Run) throws -> [[String]] {
    var sink = MemorySink()
    try CSV.write(run, to: &sink)
    return CSVReading.rows(sink.text)
  }

  private func lastCell(_ column: String, _ script: Script) throws -> String {
    let place = try #require(CSV.columns.firstIndex(of: column))
    return try #require(try table(script.run).last)[place]
  }

  /// What a row says is what the JSON line says.
  private func compare(_ row: [String], with line: String) throws {
    let fields = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
    for (name, value) in fields {
      let columns = CSV.columns + CSV.columnsOfUnknown
      let place = try #require(columns.firstIndex(of: name), "no column for \(name)")
      if let text = value as? String {
        #expect(CSVReading.text(row[place]) == text)
      } else if row[place] == "true" || row[place] == "false" {
        #expect(value as? Bool == (row[place] == "true"))
      } else {
        #expect("\(value)" == row[place])
      }
    }
    #expect(row.count { !$0.isEmpty } <= fields.count)
  }

  @Test func jsonLinesAreThoseOfARunWithoutATerminal() throws {
    let events = Script.handedOver.events
    var run = Run()
    var told: [String] = []
    for (seq, event) in events.enumerated() {
      run.append(event)
      told.append(EventJSON.line(run.trace[seq], seq: seq, world: run.world))
    }
    #expect(try jsonLines(run) == told + [ExportFacts.counter().summary.line(run)])
  }

  @Test func aTableHasARowForEachEventAndTheSameCellsEverywhere() throws {
    let run = Script.handedOver.run
    let rows = try table(run)
    #expect(rows.count == 1 + run.trace.count)
    #expect(rows.allSatisfy { $0.count == CSV.columns.count })
    #expect(rows[0].prefix(7) == ["seq", "t_ns", "pid", "tid", "process", "event", "object"])
  }

  @Test(arguments: UInt64(1)...20) func whateverComesIsTheSameInTheTable(_ seed: UInt64) throws {
    let run = Run.absurd(seed: seed, count: 500)
    let rows = try table(run).dropFirst()
    let lines = try jsonLines(run).dropLast()
    #expect(rows.count == lines.count)
    for (row, line) in zip(rows, lines) { try compare(row, with: line) }
  }

  @Test(arguments: EventKind.allCases) func everyKindOfEventHasItsColumns(_ kind: EventKind) throws
  {
    for flags in [UInt8(0), 0xFF] {
      var script = Script(children: 1)
      script.add(
        kind, by: 101, object: Script.queue, value: 1, extra: 1, flags: .init(rawValue: flags),
        text: "t", detail: "d")
      let row = try #require(try table(script.run).last)
      let line = try #require(try jsonLines(script.run).dropLast().last)
      try compare(row, with: line)
    }
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x", "＝1", "'x", "=\u{301}1"])
  func noTextIsAFormula(_ text: String) throws {
    var script = Script(children: 1)
    script.add(.queuePut, by: 101, object: Script.queue, value: 1, extra: 1, text: text)
    #expect(try lastCell("item", script) == "'" + text)
  }

  @Test func numbersStayNumbers() throws {
    var script = Script(children: 1)
    script.add(.valueWrite, by: 101, object: Script.counter, value: -7)
    #expect(try lastCell("value", script) == "-7")
  }

  @Test func aRowIsALine() throws {
    var script = Script(children: 1)
    script.add(.output, by: 101, value: 1, text: "two\nlines, \"quoted\" \\ \u{1B}[31m\n")
    var sink = MemorySink()
    try CSV.write(script.run, to: &sink)
    #expect(sink.text.components(separatedBy: "\r\n").count == 2 + script.events.count)
    #expect(!sink.text.contains("\u{1B}"))
    #expect(sink.text.contains(#""two\nlines, ""quoted"" \\ \u001b[31m\n""#))
  }
}
