import Glibc
import TerminalHarness
import Testing

/// The real program, as `swift build` left it beside the tests.
enum ProcViz {
  /// Its path; the environment's `PROCVIZ` names another one.
  static let program: String = {
    if let path = getenv("PROCVIZ") { return String(cString: path) }
    guard let path = realpath("/proc/self/exe", nil) else { return "procviz" }
    defer { free(path) }
    let tests = String(cString: path)
    return tests[..<(tests.lastIndex(of: "/") ?? tests.startIndex)] + "/procviz"
  }()

  /// Opens the program on a terminal of its own.
  static func open(
    _ arguments: String..., size: TerminalSize = .home, language: Language = .english,
    environment: [String: String?] = [:]
  ) throws -> Terminal {
    let locale: [String: String?] = ["LANG": language.locale]
    let surroundings = try Surroundings(locale.merging(environment) { $1 })
    return try Terminal(program, arguments, size: size, surroundings: surroundings)
  }

  /// Opens a scenario and waits until it has finished.
  static func finished(
    _ arguments: String..., size: TerminalSize = .home, language: Language = .english
  ) throws -> Terminal {
    let locale = try Surroundings(["LANG": language.locale])
    let terminal = try Terminal(
      program, ["run"] + arguments, size: size, surroundings: locale)
    try terminal.wait(for: "the end of the run") { $0.state == .finished }
    return terminal
  }

  /// Runs the program to its end without a terminal.
  static func run(_ arguments: String..., environment: [String: String?] = [:]) throws -> Command {
    try Command.run(program, arguments, surroundings: Surroundings(environment))
  }
}

/// The languages of the interface.
enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"

  /// A locale that asks for it.
  var locale: String { self == .english ? "en_US.UTF-8" : "zh_CN.UTF-8" }
  /// A word that every run screen shows in this language: the title of the panel that explains.
  var why: String { self == .english ? "why" : "为什么" }
}

extension Terminal {
  /// The program has gone, and everything is as it was before it came: the terminal, the processes,
  /// the folder for temporary files.
  func expectNothingLeft(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try RunningProcess.waitUntilGone(in: surroundings, by: .usual)
    #expect(settingsAreRestored, "termios", sourceLocation: sourceLocation)
    #expect(!screen.modes.alternateScreen, "alternate screen", sourceLocation: sourceLocation)
    #expect(screen.modes.cursorVisible, "cursor", sourceLocation: sourceLocation)
    #expect(!screen.modes.mouse, "mouse", sourceLocation: sourceLocation)
    #expect(surroundings.leftovers == [], sourceLocation: sourceLocation)
  }
}
