import ProcModel
import ProcSchedule
import Testing

@Suite struct ShorteningTests {
  @Test(arguments: 0..<8)
  func noEquivalentScheduleHasFewerSwitches(group: Int) {
    var numbers = SplitMix64(seed: UInt64(2000 + group))
    var tried = 0
    while tried < 8 {
      let program = Program.random(&numbers)
      let all = BruteForce(program, limit: 300)
      guard all.isComplete, all.schedules > 1 else { continue }
      tried += 1
      _ = program.search(RandomStrategy(seed: numbers.next()), limit: 4) { execution, machine in
        let fewest = FewestSwitches(execution)
        let (again, end, divergence) = program.replay(fewest.schedule)
        #expect(fewest.isExact && divergence == nil, "\(program)")
        #expect(fewest.schedule.switches == all.fewest[TraceClass(execution)], "\(program)")
        #expect(TraceClass(again) == TraceClass(execution) && end.result == machine.result)
      }
    }
  }

  @Test func whatIsTooManyPlacesIsDoneByEye() {
    let program = Program.counter(workers: 4, iterations: 5, lock: false)
    _ = program.search(RandomStrategy(seed: 1), limit: 3) { execution, machine in
      let rough = FewestSwitches(execution, bound: 4)
      #expect(!rough.isExact && rough.schedule.switches < execution.schedule.switches)
      #expect(program.replay(rough.schedule).machine.result == machine.result)
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func aFailureIsShortenedToTheFewestSwitches(seed: UInt64) throws {
    let programs: [(program: Program, switches: Int)] = [
      // main, one reads, the other adds, the first writes, main.
      (.counter(workers: 2, iterations: 1, lock: false), 4),
      (.counter(workers: 3, iterations: 3, lock: false), 5),
      // main, one takes a lock, the other the other.
      (.crossing, 2),
      // main, the second is done, the first clears and waits.
      (.lostWakeUp, 2),
    ]
    for (program, switches) in programs {
      let search = program.search(RandomStrategy(seed: seed), limit: 2000, stopAtFinding: true)
      let found = try #require(search.findings.first)
      var shortener = Shortener(found.first, kind: found.kind)
      while let candidate = shortener.next() {
        var scheduler: any Scheduler = candidate
        shortener.learn(program.run(&scheduler).execution)
      }
      let (again, _, divergence) = program.replay(shortener.best.schedule)
      #expect(again.findings.contains(found.kind) && divergence == nil)
      #expect(again.schedule.switches == switches)
      #expect(shortener.trials <= 200)
    }
  }

  /// Of all that a search meets, what can be made simplest is kept, in whatever order it comes.
  @Test(arguments: 0..<8)
  func theSimplestRunThatASearchMetIsKept(group: Int) throws {
    var numbers = SplitMix64(seed: UInt64(4000 + group))
    var tried = 0
    while tried < 6 {
      let program = Program.random(&numbers)
      let all = BruteForce(program, limit: 2000)
      let failures = all.fewestOf.filter { $0.key != .ok }
      guard all.isComplete, !failures.isEmpty else { continue }
      tried += 1
      var met: [Execution] = []
      _ = program.search(DPORStrategy()) { execution, _ in met.append(execution) }
      for (outcome, fewest) in failures {
        let failing = met.filter { execution in
          execution.end == .complete
            && execution.findings.first.map { .finding($0) } == outcome
        }
        let kept = simplest(failing)
        #expect(simplest(failing.reversed()).map(\.schedule) == kept.map(\.schedule))
        let switches = kept.map { FewestSwitches($0).schedule.switches }.min()
        #expect(switches == fewest, "\(program)")
      }
    }
  }

  private func simplest(_ executions: [Execution]) -> [Execution] {
    var runs = SimplestRuns()
    for execution in executions { runs.note(execution, Simplicity(execution)) }
    #expect(runs.executions.count <= SimplestRuns.most)
    return runs.executions
  }
}
