import Glibc
import ProcLessons
import ProcModel
import ProcSession
import TerminalHarness
import Testing

/// Every scenario under every combination of its choices, watched the way the viewer watches.
@Suite struct OrderRuleTests {
  /// A scenario and the words that its choice knobs are set to.
  struct Setting: Sendable, CustomTestStringConvertible {
    let scenario: String
    let knobs: [String]
    var testDescription: String { "\(scenario) \(knobs.joined(separator: " "))" }
  }

  /// All combinations of all choices of all scenarios.
  static let settings: [Setting] = Tutorial.scenarios.flatMap { scenario in
    scenario.knobs.reduce([[String]()]) { combinations, knob in
      guard case .choice(let words) = knob.domain else { return combinations }
      return combinations.flatMap { before in words.map { before + ["\(knob.name)=\($0)"] } }
    }.map { Setting(scenario: scenario.id, knobs: $0) }
  }

  @Test(arguments: settings)
  func givingIsReportedBeforeAndTakingAfter(_ setting: Setting) throws {
    let run = try watch(setting)
    #expect(OrderRule.violations(in: Array(run.trace)).map(\.description) == [])
    #expect(run.world.lostCount == 0)
    #expect(run.world.lanes.filter { !$0.hasEnded }.map(\.name) == [])
  }

  /// Runs a scenario to its end, or to the point where no lane can go on.
  private func watch(_ setting: Setting) throws -> Run {
    let session = try Session(
      Launch(
        executable: Product.path("procviz"),
        arguments: ["procviz", "__scenario", setting.scenario, "speed=40"] + setting.knobs))
    defer { session.stop() }
    var run = Run()
    let deadline = Deadline(in: .seconds(60))
    while !session.isFinished {
      var waiting = pollfd(fd: session.descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 1000) >= 0 else { continue }
      if deadline.hasPassed { throw Failure("\(setting.testDescription) does not end") }
      for event in session.collect() {
        run.append(event)
        if event.kind == .inputWait { try session.type(line: "") }
      }
      if run.isStuck { session.stop() }
    }
    return run
  }
}
