import ProcModel
import ProcSchedule
import Testing

@Suite struct StrategyTests {
  private static let broken: [(program: Program, outcome: Search.Outcome)] = [
    (.counter(workers: 2, iterations: 2, lock: false), .finding(.lostUpdate)),
    (.crossing, .finding(.deadlock)), (.lostWakeUp, .finding(.deadlock)),
  ]

  private static func strategies(_ seed: UInt64) -> [any Strategy] {
    [RandomStrategy(seed: seed), PCTStrategy(seed: seed), DPORStrategy()]
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func everyStrategyFindsWhatIsBroken(seed: UInt64) {
    for (program, outcome) in Self.broken {
      for strategy in Self.strategies(seed) {
        let search = program.search(
          strategy, limit: 10_000, jobs: 1 + Int(seed % 4), seed: seed, stopAtFinding: true)
        #expect(search.status == .found, "\(type(of: strategy))")
        #expect(search.outcomes[outcome, default: 0] >= 1)
      }
    }
  }

  @Test func aRandomSearchIsNeverExhausted() {
    let program = Program.counter(workers: 2, iterations: 1, lock: true)
    for strategy in Self.strategies(7).dropLast() {
      let search = program.search(strategy, limit: 200, jobs: 3)
      #expect(search.schedules == 200 && search.classes == 2)
      #expect(!search.isExhausted && search.status == .inconclusive)
    }
  }

  /// However many runs are in progress, and in whatever order they end, each run is the same, and
  /// so are the counts.
  @Test(arguments: [1, 2, 4, 7])
  func jobsDoNotChangeRandomRuns(jobs: Int) throws {
    let program = Program.counter(workers: 3, iterations: 2, lock: false)
    for (a, b) in zip(Self.strategies(3), Self.strategies(3)).dropLast() {
      let one = program.search(a, limit: 300)
      let many = program.search(b, limit: 300, jobs: jobs, seed: UInt64(jobs))
      #expect(one.outcomes == many.outcomes && one.classes == many.classes)
      #expect(one.findings.map(\.firstAt) == many.findings.map(\.firstAt))
      #expect(one.findings.map(\.first.schedule) == many.findings.map(\.first.schedule))
      #expect(one.findings.map(\.best.schedule) == many.findings.map(\.best.schedule))
    }
  }

  @Test func seedsMakeADifference() {
    let program = Program.counter(workers: 3, iterations: 2, lock: false)
    for (a, b) in zip(Self.strategies(3), Self.strategies(4)).dropLast() {
      var runs: [[Schedule]] = [[], []]
      _ = program.search(a, limit: 20) { execution, _ in runs[0].append(execution.schedule) }
      _ = program.search(b, limit: 20) { execution, _ in runs[1].append(execution.schedule) }
      #expect(runs[0] != runs[1])
    }
  }

  @Test(arguments: 0..<6)
  func depthFirstGoesEveryWayOnce(group: Int) {
    var numbers = SplitMix64(seed: UInt64(1000 + group))
    var tried = 0
    while tried < 6 {
      let program = Program.random(&numbers)
      let all = BruteForce(program, limit: 250)
      guard all.isComplete, all.schedules > 1 else { continue }
      tried += 1
      var seen: Set<Schedule> = []
      let search = program.search(DFSStrategy(), jobs: 1 + tried % 4, seed: numbers.next()) {
        execution, _ in
        #expect(seen.insert(execution.schedule).inserted)
      }
      #expect(search.isExhausted && search.schedules == all.schedules)
      #expect(search.classes == all.classes.count && search.cut == 0)
    }
  }

  @Test func askingAgainAndAgainComesToAnEnd() {
    for strategy: any Strategy in [DPORStrategy(), DFSStrategy()] {
      let search = Program.spinning.search(strategy, limit: 5000)
      #expect(search.isExhausted && search.heldBack > 0 && search.findings.isEmpty)
      #expect(search.classes == BruteForce(.spinning, limit: 5000).classes.count)
    }
  }

  /// A program that behaves differently every third time is never reported as exhausted, and does
  /// not confuse the search.
  @Test(arguments: 0..<8 as Range<UInt64>)
  func programsThatChangeAreNoticed(seed: UInt64) {
    let programs = [
      Program.counter(workers: 2, iterations: 2, lock: false), .lostWakeUp,
    ]
    for strategy: any Strategy in [DPORStrategy(), DFSStrategy()] {
      var numbers = SplitMix64(seed: seed)
      var search = Search(strategy, limits: Search.Limits(maxSchedules: 500))
      var runs = 0
      var underWay: [any Scheduler] = []
      while runs < 5000 {
        while underWay.count < 3, let scheduler = search.next() { underWay.append(scheduler) }
        if underWay.isEmpty { break }
        runs += 1
        var scheduler = underWay.remove(at: numbers.below(underWay.count))
        let program = programs[numbers.below(3) / 2]
        search.learn(program.run(&scheduler).execution, from: scheduler)
      }
      #expect(underWay.isEmpty && search.surprises > 0)
      #expect(!search.isExhausted && search.status != .exhausted)
    }
  }

  @Test func aProgramWithKindsThatAreNotKnownIsNotExhausted() {
    let program = Program.counter(workers: 2, iterations: 1, lock: true)
    for strategy: any Strategy in [DPORStrategy(), DFSStrategy()] {
      var search = Search(strategy)
      while var scheduler = search.next() {
        let execution = program.run(&scheduler).execution
        search.learn(
          Execution(
            steps: execution.steps, remaining: execution.remaining, end: execution.end,
            hasUnknownKinds: search.schedules == 0),
          from: scheduler)
      }
      #expect(search.unknown == 1 && search.schedules > 1)
      #expect(!search.isExhausted && search.status == .inconclusive)
    }
  }

  @Test func whatIsDisturbedIsNotExhausted() {
    let program = Program.counter(workers: 2, iterations: 1, lock: true)
    for strategy: any Strategy in [DPORStrategy(), DFSStrategy()] {
      var search = Search(strategy)
      while var scheduler = search.next() {
        let execution = program.run(&scheduler).execution
        let end = search.schedules == 1 ? Execution.End.disturbed : execution.end
        search.learn(
          Execution(
            steps: execution.steps, remaining: execution.remaining, end: end, hasUnknownKinds: false
          ),
          from: scheduler)
        if search.disturbed == 1, search.schedules > 1 { break }
      }
      #expect(search.disturbed >= 1 && search.status == .inconclusive)
    }
  }
}
