import Glibc
public import TerminalHarness

/// The real program without a terminal: `procviz run ID … --headless --format jsonl`.
public enum Headless {
  /// Its path: as `swift build` left it beside the tests, or what the environment's `PROCVIZ` names.
  public static let program: String = built("procviz") ?? "procviz"

  /// The path of an executable that is built together with the tests.
  public static func built(_ name: String) -> String? {
    if name == "procviz", let path = getenv("PROCVIZ") { return String(cString: path) }
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    let tests = String(cString: path)
    return tests[..<(tests.lastIndex(of: "/") ?? tests.startIndex)] + "/\(name)"
  }

  /// Runs a scenario to its end, with nothing to read on standard input.
  ///
  /// - Parameters:
  ///   - id: the scenario's.
  ///   - knobs: further words: `"--lock", "on"`.
  /// - Throws: ``Failure`` where it does not end, leaves something behind, or writes what is not
  ///   JSON.
  public static func run(_ id: String, _ knobs: String..., by deadline: Deadline = .usual) throws
    -> HeadlessRun
  {
    try run([id] + knobs, by: deadline)
  }

  /// The same, with the words in an array.
  public static func run(_ words: [String], by deadline: Deadline = .usual) throws -> HeadlessRun {
    let surroundings = try Surroundings()
    let command = try Command.run(
      program, ["run"] + words + ["--headless", "--format", "jsonl"], surroundings: surroundings,
      by: deadline)
    try expectNothingLeft(surroundings)
    return try HeadlessRun(command)
  }

  /// Starts a scenario; to be ended by ``RunningCommand/finish(by:)``.
  public static func start(
    _ words: [String], in surroundings: Surroundings, format: String = "jsonl"
  )
    throws -> RunningCommand
  {
    try RunningCommand(
      program, ["run"] + words + ["--headless", "--format", format], surroundings: surroundings)
  }

  /// Waits until the processes have gone, and looks what they have left.
  ///
  /// - Throws: ``Failure`` where a process or a file is left behind.
  public static func expectNothingLeft(
    _ surroundings: Surroundings, by deadline: Deadline = .usual
  ) throws {
    try RunningProcess.waitUntilGone(in: surroundings, by: deadline)
    let files = surroundings.leftovers
    guard files.isEmpty else { throw Failure("left behind: \(files)") }
  }
}

/// What a headless run told.
public struct HeadlessRun: Sendable {
  /// The program's end and output.
  public let command: Command
  /// The lines of events, in channel order.
  public let events: [JSON]
  /// The last line.
  public let summary: JSON

  /// Parses JSON lines.
  public init(_ command: Command) throws {
    self.command = command
    var lines = try command.output.split(separator: "\n").map { try JSON(parsing: $0) }
    guard let last = lines.popLast(), last["event"].string == "summary" else {
      throw Failure("no summary in: \(command.output) \(command.errors)")
    }
    events = lines
    summary = last
  }

  /// The events of one kind (`lock.acquire`), of one process if it is named.
  public func events(_ kind: String, of process: String? = nil) -> [JSON] {
    events.filter {
      $0["event"].string == kind && (process == nil || $0["process"].string == process)
    }
  }

  /// What was printed, one text for each `output`, of one process if it is named.
  public func printed(by process: String? = nil) -> [String] {
    events("output", of: process).compactMap { $0["text"].string }
  }

  /// `ok`, `finding` or `failed`.
  public var verdict: String { summary["verdict"].string ?? "" }
  /// The kinds of what was found.
  public var findings: [String] { summary["findings"].elements.compactMap { $0["kind"].string } }
  /// The exit status of the program; a signal is negative.
  public var status: Int32 {
    switch command.ending {
    case .code(let code): code
    case .signal(let signal): -signal
    }
  }
}
