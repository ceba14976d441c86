import ProcModel
import ProcSchedule
import Testing

@Suite struct DPORTests {
  /// Random programs, small enough to try every schedule.
  @Test(arguments: 0..<10)
  func oneScheduleOfEachClassIsTried(group: Int) {
    var numbers = SplitMix64(seed: UInt64(group))
    var tried = 0
    while tried < 25 {
      let program = Program.random(&numbers)
      let all = BruteForce(program, limit: 300)
      guard all.isComplete, all.schedules > 1 else { continue }
      tried += 1
      #expect(all.contradiction == nil, "\(program)")
      for jobs in [1, 1 + numbers.below(4)] {
        check(program, all, jobs: jobs, seed: numbers.next())
      }
    }
  }

  /// What random programs seldom have: queues that fill up, units that go round, lanes that wait in
  /// turn.
  @Test(
    arguments: [
      [
        [.start(1), .start(2), .get(1, .indefinite), .get(1, .indefinite), .get(1, .indefinite)],
        [.put(1, .indefinite), .put(1, .indefinite)], [.put(1, .indefinite)],
      ],
      [
        [.start(1), .start(2), .put(2, .indefinite), .put(2, .timed), .put(2, .indefinite)],
        [.get(2, .indefinite), .size(2)], [.put(2, .indefinite), .get(2, .nonblocking)],
      ],
      [
        [.start(1), .start(2), .down(2, .indefinite), .up(2)],
        [.down(2, .indefinite), .down(2, .indefinite), .up(2)], [.up(2), .down(2, .timed)],
      ],
      [
        [.start(1), .start(2), .set(0), .clear(0), .set(0)],
        [.wait(0, .indefinite), .wait(0, .indefinite)], [.isSet(0), .wait(0, .timed), .clear(0)],
      ],
    ] as [[[Instruction]]])
  func waitingInTurnsLosesNoClass(lanes: [[Instruction]]) {
    let program = Program(lanes: lanes)
    let all = BruteForce(program, limit: 6000)
    #expect(all.isComplete && all.contradiction == nil && all.classes.count >= 3)
    for jobs in 1...4 { check(program, all, jobs: jobs, seed: UInt64(jobs)) }
  }

  private func check(_ program: Program, _ all: BruteForce, jobs: Int, seed: UInt64) {
    var classes: Set<TraceClass> = []
    let search = program.search(DPORStrategy(), jobs: jobs, seed: seed) { execution, _ in
      if execution.end == .complete { classes.insert(TraceClass(execution)) }
    }
    #expect(search.isExhausted)
    #expect(search.classes == all.classes.count, "\(program)")
    #expect(search.schedules == search.classes, "\(program)")
    #expect(classes == Set(all.classes.keys), "\(program)")
    #expect(Set(search.outcomes.keys) == all.outcomes, "\(program)")
  }
}
