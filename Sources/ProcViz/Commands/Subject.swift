import Glibc
import ProcLessons
import ProcModel
import ProcSchedule
import ProcSession

/// What is run: a scenario of the tutorial, or a program of the user's own.
enum Subject: Sendable, Hashable {
  case scenario(ScenarioChoice)
  /// A program that uses ProcRuntime, and its arguments.
  case program([String])
  /// Something that was recorded and cannot, or must not, be started here.
  case foreign(ForeignSubject)

  /// What a command line names: the words before `--`, or the program behind it.
  ///
  /// - Parameters:
  ///   - words: the words that are no options of the command.
  ///   - settings: the values of `--set`.
  init(words: [String], settings: [String]) throws(UsageError) {
    guard let program = ProgramWords.current else {
      self = .scenario(try ScenarioChoice(words: words, settings: settings))
      return
    }
    if let word = words.first { throw .besideProgram(word) }
    if !settings.isEmpty { throw .besideProgram("--set") }
    if program.isEmpty { throw .noProgram }
    self = .program(program)
  }

  /// How it is called: the scenario's id, or the command line.
  var name: String {
    switch self {
    case .scenario(let choice): choice.scenario.id
    case .program(let words): words.joined(separator: " ")
    case .foreign(let foreign): foreign.name
    }
  }

  /// The same for a heading, without the folder of a program.
  var title: String {
    guard case .program(let words) = self, let path = words.first else { return name }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return ([file] + words.dropFirst()).joined(separator: " ")
  }

  /// The scenario, if it is one.
  var scenario: Scenario? {
    if case .scenario(let choice) = self { choice.scenario } else { nil }
  }

  /// Its settings, in the order of the scenario's knobs; a program has none.
  var knobs: KnobValues {
    switch self {
    case .scenario(let choice): choice.knobs
    case .program: KnobValues()
    case .foreign(let foreign): foreign.knobs
    }
  }

  /// Whether a run of `other` has the same processes.
  func hasSameLanes(as other: Subject) -> Bool {
    switch (self, other) {
    case (.scenario(let one), .scenario(let other)):
      one.scenario.id == other.scenario.id
        && ["workers", "unit", "executor"].allSatisfy { one.knobs[$0] == other.knobs[$0] }
    default: self == other
    }
  }

  /// The command line that repeats a run of it, to be pasted into a shell.
  func command(repeating schedule: Schedule) -> String {
    switch self {
    case .scenario(let choice):
      ShellWord.line(["procviz", "run"] + choice.commandWords + ["--schedule", schedule.text])
    case .program(let words):
      ShellWord.line(["procviz", "run", "--schedule", schedule.text, "--"] + words)
    // What a file names is not made a command of.
    case .foreign: schedule.text
    }
  }

  /// How to start it.
  func launch() throws(ProgramError) -> Launch {
    switch self {
    case .scenario(let choice): ScenarioProgram.launch(choice)
    case .program(let words):
      Launch(executable: try ProgramWords.path(of: words[0]), arguments: words)
    case .foreign(let foreign): throw ProgramError(name: foreign.name, code: EPERM)
    }
  }
}
