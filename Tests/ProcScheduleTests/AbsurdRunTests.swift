import ProcModel
import ProcSchedule
import Testing

/// Whatever a program under control reports: who steers it does not trap, and does not grow without
/// bound.
@Suite struct AbsurdRunTests {
  @Test(arguments: 0..<12 as Range<UInt64>)
  func absurdEventsAreSurvived(seed: UInt64) {
    var numbers = SplitMix64(seed: seed)
    for _ in 0..<20 {
      var controlled = ControlledRun()
      for place in 0..<200 {
        controlled.append(event(place, &numbers))
        guard numbers.below(4) == 0 else { continue }
        _ = controlled.finishMove()
        let point = controlled.point()
        let choices = point.options
        guard !choices.isEmpty else { continue }
        _ = controlled.move(Move(choices[numbers.below(choices.count)].lane), in: point)
      }
      _ = controlled.finishMove()
      controlled.conclude()
      let execution = Execution(steps: controlled.steps, end: .complete, hasUnknownKinds: false)
      #expect(Simplicity(execution).switches <= max(0, execution.steps.count - 1))
      var strategy = DPORStrategy()
      if let scheduler = strategy.next() { strategy.learn(execution, from: scheduler) }
      _ = TraceClass(execution)
    }
  }

  private func event(_ place: Int, _ numbers: inout SplitMix64) -> Event {
    let values: [Int64] = [0, 1, 2, 3, -1, -9, 100, .max, .min, Int64(Int32.max) + 1]
    let serials: [UInt64] = [0, 1, 2, 3, 100, 101, .max, 1 << 63]
    let flags: [UInt8] = [0, 1, 2, 128, 255]
    let kinds = EventKind.allCases
    // A held lane is what makes moves: it comes often.
    let isHeld = numbers.below(3) == 0
    let kind = isHeld ? .gateWait : kinds[numbers.below(kinds.count)]
    let value = values[numbers.below(values.count)]
    let pending = Int64(kinds[numbers.below(kinds.count)].rawValue)
    return Event(
      kind, pid: Int32(100 + numbers.below(4)), tid: numbers.below(5) == 0 ? 7 : 0,
      number: UInt32(place), time: UInt64(place) * 10,
      object: ObjectID(rawValue: UInt64(numbers.below(12))), value: isHeld ? pending : value,
      extra: serials[numbers.below(serials.count)],
      flags: Event.Flags(rawValue: flags[numbers.below(flags.count)]), text: "x", detail: "1")
  }
}
