public import ProcModel

/// What an export says about a run besides its events.
public struct ExportFacts: Sendable {
  /// What ran, with which knobs and schedule, and the language of the texts.
  public var summary: SummaryJSON
  /// The version of the program that recorded it.
  public var version: String
  /// What is known about the machine: names and values of facts (`kernel`, `cpus`), in order.
  public var host: [(name: String, value: String)]

  /// The facts of a run.
  public init(
    _ summary: SummaryJSON, version: String, host: [(name: String, value: String)] = []
  ) {
    self.summary = summary
    self.version = version
    self.host = host
  }

  /// The language of all texts.
  var language: Language { summary.language }

  /// The scenario's id, or the program's command line, safe to show.
  var name: String {
    switch summary.target {
    case .scenario(let id): Sanitizer.line(id)
    case .program(let words): Sanitizer.line(words.joined(separator: " "))
    }
  }

  /// The command that makes such a run, as far as it is known.
  var command: String {
    switch summary.target {
    case .scenario(let id):
      ShellWord.line(
        ["procviz", "run", id] + summary.knobs.flatMap { ["--\($0.name)", $0.value] })
    case .program(let words): ShellWord.line(["procviz", "run", "--"] + words)
    }
  }
}
