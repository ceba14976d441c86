import ProcLessons
import ProcModel
import ProcSession

/// What is run: a scenario of the tutorial, or a program of the user's own.
enum Subject: Sendable {
  case scenario(ScenarioChoice)
  /// A program that uses ProcRuntime, and its arguments.
  case program([String])

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
    }
  }

  /// Its settings, in the order of the scenario's knobs; a program has none.
  var knobs: [(name: String, value: String)] {
    switch self {
    case .scenario(let choice): choice.knobs.pairs.map { ($0.name, $0.value) }
    case .program: []
    }
  }

  /// How to start it.
  func launch() throws(ProgramError) -> Launch {
    switch self {
    case .scenario(let choice): ScenarioProgram.launch(choice)
    case .program(let words):
      Launch(executable: try ProgramWords.path(of: words[0]), arguments: words)
    }
  }
}
