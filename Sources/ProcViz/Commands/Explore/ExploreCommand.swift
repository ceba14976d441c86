import ArgumentParser
import ProcLessons
import ProcModel
import ProcSession

/// `procviz explore ID [knobs]`, `procviz explore -- PROGRAM ARGS`: searches the schedules of a
/// scenario or program for one that goes wrong.
struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Search the schedules of a scenario or program for one that goes wrong.",
    usage: """
      procviz explore ID [--KNOB VALUE ...] [--strategy STRATEGY] [limits] [--json] [--record FILE]
      procviz explore [--strategy STRATEGY] [limits] [--json] [--record FILE] -- PROGRAM [ARGUMENT ...]
      """,
    discussion: """
      Every run is one of real processes, of which one moves at a time. Exit status: 0 every schedule \
      was tried and nothing was found, 3 something was found, 2 nothing was found but not everything \
      was tried, 1 it could not run, 64 wrong usage. With --record, the simplest run that shows the \
      first finding is made once more and recorded; without a finding, there is no file.
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      """
      How to go through the schedules: dpor (exhaustive, one schedule of each class; default), dfs \
      (exhaustive), random, or pct (random priorities).
      """, valueName: "strategy"))
  var strategy: [String] = []

  @Option(parsing: .unconditional, help: "The most schedules that are run. (default: 10000)")
  var maxSchedules: String?

  @Option(
    parsing: .unconditional,
    help: "The most seconds that all of it takes, the making of simpler schedules included.")
  var maxSeconds: String?

  @Option(
    parsing: .unconditional, help: "What random and pct draw from: a whole number. (default: 1)")
  var seed: String?

  @Option(
    parsing: .unconditional,
    help: """
      How many runs are made at the same time; with more than one, dpor and dfs make them in no fixed \
      order. (default: one for each CPU)
      """)
  var jobs: String?

  @Option(help: ArgumentHelp("Set any knob of the scenario.", valueName: "name=value"))
  var set: [String] = []

  @Flag(help: "Say the result as one JSON object.")
  var json = false

  @OptionGroup var recording: RecordOptions

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("The scenario's id, and knobs.", valueName: "id"))
  var words: [String] = []

  /// Philosophers have a strategy, too: where the scenario has a knob of that name, what names no
  /// strategy of the search is a value of the knob.
  private var strategyKnob: [String] {
    let scenario = words.lazy.compactMap(Tutorial.scenario).first
    guard scenario?.knobs.contains(where: { $0.name == "strategy" }) == true else { return [] }
    return strategy.filter { StrategyName(rawValue: $0) == nil }.map { "strategy=\($0)" }
  }

  /// The strategies of the search that were named.
  var searchStrategies: [String] {
    strategy.filter { StrategyName(rawValue: $0) != nil || strategyKnob.isEmpty }
  }

  func run() throws {
    let exploration: Exploration
    do throws(UsageError) {
      try recording.check()
      exploration = try Exploration(
        subject: Subject(words: words, settings: set + strategyKnob), options: ExploreOptions(self))
    } catch {
      StandardError.write(error.text[common.language])
      throw ExitCode(CommandStatus.usage.rawValue)
    }
    let recorder: RecordingWriter?
    do throws(RecordingError) {
      recorder = try recording.begin(exploration.subject, nil)
    } catch {
      StandardError.write(error.message[common.language])
      throw ExitCode(CommandStatus.failed.rawValue)
    }
    let outcome = exploration.perform(asJSON: json, recorder, common.language)
    throw ExitCode(outcome.rawValue)
  }
}
