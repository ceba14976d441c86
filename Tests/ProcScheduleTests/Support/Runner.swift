import ProcModel
import ProcSchedule

extension Program {
  /// Makes a run that `scheduler` steers, as the real runner does.
  func run(_ scheduler: inout any Scheduler) -> (execution: Execution, machine: Machine) {
    var machine = Machine(self)
    var steps: [Step] = []
    var heldBack = 0
    while true {
      let options = machine.options
      heldBack += options.count { $0.readiness == .stale }
      guard options.contains(where: \.readiness.canMove) else {
        let execution = Execution(
          steps: steps, remaining: options, end: .complete, findings: machine.findings,
          heldBack: heldBack, hasUnknownKinds: false)
        return (execution, machine)
      }
      guard let move = scheduler.choose(SchedulePoint(step: steps.count, options: options)) else {
        return (
          Execution(
            steps: steps, remaining: options, end: .cut, heldBack: heldBack, hasUnknownKinds: false),
          machine
        )
      }
      let step = machine.step(move.lane)
      scheduler.note(step)
      steps.append(step)
    }
  }

  /// Follows a schedule.
  func replay(_ schedule: Schedule, _ conduct: ReplayScheduler.Conduct = .strict) -> (
    execution: Execution, machine: Machine, divergence: Divergence?
  ) {
    var scheduler: any Scheduler = ReplayScheduler(schedule, conduct: conduct)
    let (execution, machine) = run(&scheduler)
    return (execution, machine, (scheduler as? ReplayScheduler)?.divergenceAtEnd())
  }

  /// Searches with up to `jobs` runs in progress at once, that end in any order.
  func search(
    _ strategy: any Strategy, limit: Int = 100_000, jobs: Int = 1, seed: UInt64 = 0,
    stopAtFinding: Bool = false, each: (Execution, Machine) -> Void = { _, _ in }
  ) -> Search {
    var search = Search(strategy, limits: Search.Limits(maxSchedules: limit))
    var numbers = SplitMix64(seed: seed)
    var underWay: [any Scheduler] = []
    while true {
      while underWay.count < jobs, let scheduler = search.next() { underWay.append(scheduler) }
      if underWay.isEmpty || stopAtFinding && !search.findings.isEmpty { return search }
      var scheduler = underWay.remove(at: numbers.below(underWay.count))
      let (execution, machine) = run(&scheduler)
      each(execution, machine)
      search.learn(execution, from: scheduler)
    }
  }
}

/// All that a program can do, found by trying every move at every moment.
struct BruteForce {
  private(set) var schedules = 0
  private(set) var classes: [TraceClass: [[Int]]] = [:]
  private(set) var outcomes: Set<Search.Outcome> = []
  /// The fewest switches in each class, and with each outcome.
  private(set) var fewest: [TraceClass: Int] = [:]
  private(set) var fewestOf: [Search.Outcome: Int] = [:]
  private(set) var isComplete = true
  /// A class whose runs did not all end the same way.
  private(set) var contradiction: TraceClass?

  private let limit: Int

  init(_ program: Program, limit: Int) {
    self.limit = limit
    go(Machine(program), [])
  }

  private mutating func go(_ machine: Machine, _ steps: [Step]) {
    guard schedules < limit else {
      isComplete = false
      return
    }
    let choices = machine.options.filter(\.readiness.canMove)
    if choices.isEmpty { end(machine, steps) }
    for choice in choices {
      var next = machine
      let step = next.step(choice.lane)
      go(next, steps + [step])
    }
  }

  private mutating func end(_ machine: Machine, _ steps: [Step]) {
    schedules += 1
    let name = TraceClass(steps)
    if let known = classes[name], known != machine.result { contradiction = name }
    classes[name] = machine.result
    let switches = Schedule(steps.map(\.move)).switches
    fewest[name] = min(fewest[name] ?? .max, switches)
    let outcome: Search.Outcome = machine.findings.first.map { .finding($0) } ?? .ok
    fewestOf[outcome] = min(fewestOf[outcome] ?? .max, switches)
    outcomes.insert(outcome)
  }
}
