public import ProcModel

/// Keeps the books of a search: what was tried, and what came of it. It makes no runs itself:
/// whoever does asks for schedulers with ``next()``, and brings back what they led to.
public struct Search: Sendable {
  /// When to stop looking.
  public struct Limits: Sendable, Hashable {
    /// The most complete runs; nil for any number.
    public var maxSchedules: Int?

    /// Limits.
    public init(maxSchedules: Int? = nil) { self.maxSchedules = maxSchedules }
  }

  /// A complete run's outcome: it went well, or the gravest finding of what went wrong in it.
  public enum Outcome: Sendable, Hashable {
    /// Nothing went wrong.
    case ok
    /// The first of its findings.
    case finding(Finding.Kind)

    /// The name in JSON.
    public var name: String {
      switch self {
      case .ok: "ok"
      case .finding(let kind): kind.rawValue
      }
    }
  }

  /// What a search can say so far.
  public enum Status: Sendable, Hashable {
    /// At least one schedule goes wrong.
    case found
    /// Every schedule that matters was tried, and all went well.
    case exhausted
    /// Nothing was found, but not everything was tried.
    case inconclusive
  }

  /// Complete runs.
  public private(set) var schedules = 0
  /// How many complete runs had which outcome.
  public private(set) var outcomes: [Outcome: Int] = [:]
  /// What was found, in the order in which it was first met; what only could go wrong comes last.
  public var findings: [Found] {
    found.filter { !$0.kind.isPredictive } + found.filter { $0.kind.isPredictive }
  }
  /// Runs that were given up because they would only have repeated what is known.
  public private(set) var cut = 0
  /// Runs in which something happened outside the scheduler's view. They are not counted among
  /// ``schedules``, and what was found in them is not among ``findings``.
  public private(set) var disturbed = 0
  /// Runs with events of kinds that are not known here.
  public private(set) var unknown = 0
  /// How often a lane was kept from asking again what it had asked in vain.
  public private(set) var heldBack = 0
  /// The runs that were handed out and have not come back.
  public private(set) var underWay = 0

  private var found: [Found] = []
  private var strategy: any Strategy
  private let limits: Limits
  private var seen: Set<TraceClass> = []
  private var handedOut = 0
  /// Runs are counted in the order in which they were handed out, so that how many are under way at
  /// once does not change the numbers; those that come back early wait here.
  private var early: [Int: Execution] = [:]
  private var counted = 0
  private var isStopped = false

  /// A search by `strategy`.
  public init(_ strategy: any Strategy, limits: Limits = Limits()) {
    self.strategy = strategy
    self.limits = limits
  }

  /// How many of the complete runs differ in the order of operations that depend on each other.
  public var classes: Int { seen.count }

  /// How many runs went another way than the same moves had led before.
  public var surprises: Int { strategy.surprises }

  /// Whether every schedule that matters was tried. What an operation of unknown kind does to others
  /// is not known, so nobody can say so of a program that has one.
  public var isExhausted: Bool { hasTriedAll && disturbed == 0 && surprises == 0 && unknown == 0 }

  /// Whether the strategy knows of nothing else to try.
  private var hasTriedAll: Bool { underWay == 0 && early.isEmpty && strategy.isExhausted }

  /// What can be said so far.
  public var status: Status {
    !found.isEmpty ? .found : isExhausted ? .exhausted : .inconclusive
  }

  /// What steers the next run; nil where there is none at present: if no run is under way, the
  /// search is over.
  public mutating func next() -> (any Scheduler)? {
    guard !isStopped, isWithinLimits, let scheduler = strategy.next() else { return nil }
    defer { handedOut += 1 }
    underWay += 1
    return NumberedScheduler(number: handedOut, scheduler: scheduler)
  }

  /// Takes note of a run that `scheduler`, one of ``next()``'s, has steered.
  public mutating func learn(_ execution: Execution, from scheduler: any Scheduler) {
    guard let scheduler = scheduler as? NumberedScheduler else { return }
    underWay -= 1
    strategy.learn(execution, from: scheduler.scheduler)
    early[scheduler.number] = execution
    while let execution = early.removeValue(forKey: counted) {
      counted += 1
      count(execution)
    }
  }

  /// Ends the search: the runs under way are not awaited, those that have come back all count.
  public mutating func stop() {
    isStopped = true
    for number in early.keys.sorted() {
      if let execution = early.removeValue(forKey: number) { count(execution) }
    }
  }

  private var isWithinLimits: Bool {
    guard let most = limits.maxSchedules else { return true }
    return schedules + underWay + early.count < most
  }

  private mutating func count(_ execution: Execution) {
    heldBack += execution.heldBack
    if execution.hasUnknownKinds { unknown += 1 }
    switch execution.end {
    case .cut: cut += 1
    case .disturbed: disturbed += 1
    case .complete: countComplete(execution)
    }
  }

  private mutating func countComplete(_ execution: Execution) {
    schedules += 1
    seen.insert(TraceClass(execution))
    let harm = execution.findings.first { !$0.isPredictive }
    outcomes[harm.map { .finding($0) } ?? .ok, default: 0] += 1
    for kind in execution.findings.uniqued { count(kind, in: execution) }
  }

  private mutating func count(_ kind: Finding.Kind, in execution: Execution) {
    if let place = found.firstIndex(where: { $0.kind == kind }) {
      found[place].count(execution)
    } else {
      found.append(Found(kind: kind, firstAt: schedules, first: execution))
    }
  }
}

/// A scheduler, and the how-manieth of its search it is.
private struct NumberedScheduler: Scheduler {
  let number: Int
  var scheduler: any Scheduler

  mutating func choose(_ point: SchedulePoint) -> Move? { scheduler.choose(point) }

  mutating func note(_ step: Step) { scheduler.note(step) }
}
