import Foundation
import TerminalHarness
import Testing

/// A scenario and the knobs that differ from their defaults, each `name=value`.
struct Setting: Sendable, CustomTestStringConvertible {
  let scenario: String
  let knobs: [String]

  init(_ scenario: String, _ knobs: String...) {
    self.scenario = scenario
    self.knobs = knobs
  }

  var testDescription: String { ([scenario] + knobs).joined(separator: " ") }

  /// The knobs as arguments of a command.
  var words: [String] { knobs.flatMap { ["--set", $0] } }
}

/// One search by the real program, as a script sees it.
struct Exploration {
  let status: Int32
  /// How many schedules had each outcome.
  let outcomes: [String: Int]
  /// How many runs counted, and how many classes they were of.
  let schedules: Int
  let classes: Int
  /// The kinds that were found.
  let findings: [String]
  let isExhausted: Bool
  /// How many runs do not count, since something outside touched them.
  let disturbed: Int

  /// Runs `procviz explore … --json` to its end.
  init(
    _ setting: Setting, _ knobs: [String: String] = [:], strategy: String, seed: Int = 1,
    maxSchedules: Int
  ) throws {
    let arguments =
      ["explore", setting.scenario, "--strategy", strategy, "--seed", String(seed), "--json"]
      + ["--max-schedules", String(maxSchedules)] + setting.words
      + knobs.sorted { $0.key < $1.key }.flatMap { ["--set", "\($0.key)=\($0.value)"] }
    try self.init(words: arguments)
  }

  /// Runs a command that explores and prints JSON.
  init(words arguments: [String]) throws {
    let command = try Command.run(
      Product.path("procviz"), arguments, surroundings: try Surroundings())
    guard case .code(let status) = command.ending,
      let line = command.output.split(separator: "\n").last
    else { throw Failure("\(arguments): \(command.ending) \(command.errors)") }
    let result = try Line(String(line))
    self.status = status
    outcomes = (result.fields["outcomes"] as? [String: NSNumber] ?? [:]).mapValues(\.intValue)
    findings = (result.fields["findings"] as? [[String: Any]] ?? []).compactMap {
      $0["kind"] as? String
    }
    schedules = result.integer("schedules") ?? -1
    classes = result.integer("classes") ?? -1
    isExhausted = result.bool("exhausted") ?? false
    disturbed = result.integer("disturbed") ?? -1
  }
}
