import ArgumentParser
import Glibc
import ProcLessons
import ProcModel
import ProcSession

/// `procviz run ID [knobs]`, `procviz run -- PROGRAM ARGS`: a scenario or program on the screen, or
/// without one.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a scenario, or a program of your own.",
    usage: """
      procviz run ID [--KNOB VALUE ...] [--schedule TEXT] [--record FILE] [--headless [--format FORMAT | --stream]]
      procviz run [--schedule TEXT] [--record FILE] [--headless [--format FORMAT | --stream]] -- PROGRAM [ARGUMENT ...]
      """,
    discussion: """
      'procviz list' names the scenarios, their knobs, and what each can be set to. A knob is an \
      option: --lock on, --start-method spawn, --workers 4, --speed 20. A program has to use the \
      ProcRuntime library.
      """)

  @OptionGroup var common: CommonOptions

  @Flag(
    help: """
      Run without a terminal: say what happens on standard output. A process that waits for a line \
      gets the next one of standard input. A run that can never go on is ended.
      """)
  var headless = false

  @Option(help: "With --headless: text (sentences, default) or jsonl (a JSON object a line).")
  var format: OutputFormat?

  @Flag(
    help: """
      With --headless: write the recording to standard output as it comes, for 'procviz view -', here \
      or on another machine.
      """)
  var stream = false

  @OptionGroup var recording: RecordOptions

  @Option(
    help: ArgumentHelp(
      """
      Repeat a run: who moves when, as 'y' shows it and 'procviz explore' prints it. On the screen, \
      the run stays paused at its end; with --headless, it goes on to its own end. Where schedule and \
      program part, it says at which move.
      """, valueName: "text"))
  var schedule: String?

  @Option(help: ArgumentHelp("Set any knob of the scenario.", valueName: "name=value"))
  var set: [String] = []

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("The scenario's id, and knobs.", valueName: "id"))
  var words: [String] = []

  func run() throws {
    let opening: Interface.Opening
    do throws(UsageError) {
      try recording.check()
      try checkStream()
      opening = try Interface.Opening(words: words, settings: set, schedule: schedule)
    } catch {
      StandardError.write(error.text[common.language])
      throw ExitCode(CommandStatus.usage.rawValue)
    }
    let recorder: RecordingWriter?
    do throws(RecordingError) {
      recorder = try recording.begin(opening.subject, opening.schedule)
    } catch {
      StandardError.write(error.message[common.language])
      throw ExitCode(CommandStatus.failed.rawValue)
    }
    throw ExitCode(open(opening, recorder).rawValue)
  }
}

extension RunCommand {
  private func checkStream() throws(UsageError) {
    guard stream else { return }
    if !headless { throw .needs("--stream", "--headless") }
    if format != nil { throw .notTogether("--stream", "--format") }
    if isatty(STDOUT_FILENO) == 1 { throw .streamOnTerminal }
  }

  private func open(_ opening: Interface.Opening, _ recorder: RecordingWriter?) -> CommandStatus {
    guard headless else { return TerminalInterface.open(opening, recorder: recorder, common) }
    let report: any Report =
      stream
      ? StreamReport(.of(opening.subject, opening.schedule))
      : (format ?? .text).report(RunLabel(opening.subject), common.language)
    var run = HeadlessRun(
      opening.subject, schedule: opening.schedule, report, recorder: recorder,
      language: common.language)
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
