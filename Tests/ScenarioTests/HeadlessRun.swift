import Foundation
import TerminalHarness

/// One headless run of the real program, as a script sees it.
struct HeadlessRun {
  /// All lines but the last, in order.
  let lines: [Line]
  /// The last line.
  let summary: Line
  /// The exit status.
  let status: Int32

  /// Runs `procviz run ID … --headless --format jsonl` to its end.
  init(_ id: String, _ knobs: [String: String] = [:], input: String = "", speed: Int = 20) throws {
    let arguments =
      ["run", id, "--headless", "--format", "jsonl", "--speed", String(speed)]
      + knobs.sorted { $0.key < $1.key }.flatMap { ["--\($0.key)", $0.value] }
    let command = try Command.run(
      Product.path("procviz"), arguments, input: input, surroundings: try Surroundings())
    guard case .code(let status) = command.ending else {
      throw Failure("\(arguments) ended by \(command.ending): \(command.errors)")
    }
    let all = try command.output.split(separator: "\n").map { try Line(String($0)) }
    guard let last = all.last, last.event == "summary" else {
      throw Failure("\(arguments) printed no summary: \(command.output) \(command.errors)")
    }
    lines = all.dropLast()
    summary = last
    self.status = status
  }

  /// A run of a setting, with some more knobs.
  init(_ setting: Setting, _ knobs: [String: String] = [:]) throws {
    let pairs = setting.knobs.map { $0.split(separator: "=").map(String.init) }
    let all = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
    try self.init(setting.scenario, all.merging(knobs) { $1 })
  }

  /// The lines of one event, of one process if it is named.
  func all(_ event: String, by process: String? = nil) -> [Line] {
    lines.filter { $0.event == event && (process == nil || $0.process == process) }
  }

  /// The first line of an event.
  func first(_ event: String, by process: String? = nil) -> Line? { all(event, by: process).first }

  /// What was printed, line by line, of one process if it is named.
  func printed(by process: String? = nil) -> [String] {
    all("output", by: process).compactMap(\.text).flatMap {
      $0.split(separator: "\n").map(String.init)
    }
  }

  /// The pids of the run's processes; the viewer, which reports some ends, is none of them.
  var pids: Set<Int> { Set(lines.filter { $0.process != "procviz" }.map(\.pid)) }

  /// The kinds of the findings.
  var findings: [String] { findingObjects.compactMap { $0["kind"] as? String } }

  /// The findings as they are in the summary.
  var findingObjects: [[String: Any]] { summary.fields["findings"] as? [[String: Any]] ?? [] }

  /// The first finding of a kind.
  func finding(_ kind: String) -> [String: Any]? {
    findingObjects.first { $0["kind"] as? String == kind }
  }

  /// How the process with this name ended, according to the process that reaped it.
  func end(of child: String) -> Line? {
    lines.last { $0.event == "process.reap" && $0.string("child") == child }
  }
}

/// One JSON line.
struct Line {
  let fields: [String: Any]

  init(_ text: String) throws {
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    guard let fields = object as? [String: Any] else { throw Failure("no object: \(text)") }
    self.fields = fields
  }

  func string(_ name: String) -> String? { fields[name] as? String }
  func integer(_ name: String) -> Int? { (fields[name] as? NSNumber)?.intValue }
  func bool(_ name: String) -> Bool? { (fields[name] as? NSNumber)?.boolValue }

  var event: String { string("event") ?? "" }
  var process: String { string("process") ?? "" }
  var pid: Int { integer("pid") ?? 0 }
  var seq: Int { integer("seq") ?? -1 }
  var time: Int { integer("t_ns") ?? -1 }
  var object: String? { string("object") }
  var text: String? { string("text") }
}
