import ProcSchedule
import Testing

@Suite struct DPORTests {
  /// Programs by lot, small enough to go every way.
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
