import ArgumentParser
import ProcLessons
import ProcModel

/// `procviz run ID [knobs]`, `procviz run -- PROGRAM ARGS`: a scenario or program on the screen, or
/// without one.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a scenario, or a program of your own.",
    usage: """
      procviz run ID [--KNOB VALUE ...] [--schedule TEXT] [--headless [--format FORMAT]]
      procviz run [--schedule TEXT] [--headless [--format FORMAT]] -- PROGRAM [ARGUMENT ...]
      """,
    discussion: """
      'procviz list' names the scenarios, their knobs, and what each can be set to. A knob is an \
      option: --lock on, --start-method spawn, --workers 4, --speed 20. A program has to use the \
      ProcRuntime library.
      """)

  @OptionGroup var common: CommonOptions

  @Flag(help: "Run without a terminal: say what happens on standard output.")
  var headless = false

  @Option(help: "With --headless: text (sentences) or jsonl (a JSON object a line).")
  var format = OutputFormat.text

  @Option(
    help: ArgumentHelp(
      """
      Repeat a run: who moves when, as 'y' shows it and 'procviz explore' prints it. On the screen, \
      the run stays paused at its end.
      """, valueName: "text"))
  var schedule: String?

  @Option(help: ArgumentHelp("Set any knob.", valueName: "name=value"))
  var set: [String] = []

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("The scenario's id, and knobs.", valueName: "id"))
  var words: [String] = []

  func run() throws {
    let opening: Interface.Opening
    do throws(UsageError) {
      opening = try Interface.Opening(words: words, settings: set, schedule: schedule)
    } catch {
      StandardError.write(error.text[common.language])
      throw ExitCode(Outcome.usage.rawValue)
    }
    throw ExitCode(open(opening).rawValue)
  }
}

extension RunCommand {
  private func open(_ opening: Interface.Opening) -> Outcome {
    guard headless else { return Screen.open(opening, common) }
    var run = HeadlessRun(
      opening.subject, schedule: opening.schedule, format: format, language: common.language)
    return run.perform()
  }
}

/// How a run without a terminal tells what happens.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// Sentences, for people.
  case text
  /// JSON lines, for scripts.
  case jsonl
}
