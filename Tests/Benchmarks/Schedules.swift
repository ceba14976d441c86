import Glibc
import ProcModel
import ProcSchedule
import ProcSession

/// How many schedules a second are explored with real processes.
enum Schedules {
  /// Moves whoever comes first, in turn.
  private struct FirstChooser: Chooser {
    var seed: UInt64
    mutating func choose(_ situation: Situation) -> Move? {
      let choices = situation.choices
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Move(choices[Int(seed >> 33) % choices.count].lane)
    }
    mutating func note(_ step: Step) {}
  }

  static func run() throws -> [Figure] {
    let runs = try ControlledRuns(
      Launch(
        executable: Measuring.built("procviz"),
        arguments: [
          "procviz", "__scenario", "counter", "workers=2", "iterations=1",
        ]), cpu: 0)
    defer { runs.stop() }
    let begin = Measuring.now()
    let count = 500
    var outcomes: [String: Int] = [:]
    var steps = 0
    for seed in 0..<count {
      var chooser: any Chooser = FirstChooser(seed: UInt64(seed))
      let result = runs.run(&chooser)
      outcomes[
        "\(result.execution.end) \(result.execution.findings.map(\.rawValue))", default: 0] += 1
      steps += result.execution.steps.count
      if seed == 0 {
        for step in result.execution.steps {
          print(step.lane, step.operation.kind.name, step.accesses.map { "\($0.mode)" })
        }
        print(result.run.world.lanes.map { "\($0.name) \($0.activity)" }, result.outside)
      }
    }
    let time = Measuring.now() - begin
    print(outcomes, steps / count, "steps")
    return [
      Figure(
        what: "schedules a second", measured: "\(Double(count) / time)", wanted: "≥ 500",
        isReached: Double(count) / time >= 500)
    ]
  }
}
