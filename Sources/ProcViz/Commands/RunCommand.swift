import ArgumentParser
import ProcLessons
import ProcModel

/// `procviz run ID [knobs]`: a scenario on the screen, or without one.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a scenario.",
    usage:
      "procviz run ID [--KNOB VALUE ...] [--set KNOB=VALUE ...] [--headless [--format FORMAT]]",
    discussion: """
      'procviz list' names the scenarios, their knobs, and what each can be set to. A knob is an \
      option: --lock on, --start-method spawn, --workers 4, --speed 20.
      """)

  @OptionGroup var common: CommonOptions

  @Flag(help: "Run without a terminal: say what happens on standard output.")
  var headless = false

  @Option(help: "With --headless: text (sentences) or jsonl (a JSON object a line).")
  var format = OutputFormat.text

  @Option(help: ArgumentHelp("Set any knob.", valueName: "name=value"))
  var set: [String] = []

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("The scenario's id, and knobs.", valueName: "id"))
  var words: [String] = []

  func run() throws {
    let choice: ScenarioChoice
    do throws(UsageError) {
      choice = try ScenarioChoice(words: words, settings: set)
    } catch {
      StandardError.write(error.text[common.language])
      throw ExitCode(Outcome.usage.rawValue)
    }
    throw ExitCode(open(choice).rawValue)
  }
}

extension RunCommand {
  private func open(_ choice: ScenarioChoice) -> Outcome {
    guard headless else {
      return Screen.open(Interface.Opening(subject: .scenario(choice)), common)
    }
    var run = HeadlessRun(choice, format: format, language: common.language)
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
