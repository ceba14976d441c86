/// How a search tries the schedules of a program: which run to make next, and what to learn from
/// it. A strategy is pure; it knows nothing of processes.
public protocol Strategy: Sendable {
  /// What chooses the moves of the next run; nil if there is none at present. Several runs may be
  /// in progress at once, and their results may bring more.
  mutating func next() -> (any Scheduler)?

  /// Takes note of a run that `scheduler` has steered, in whatever order runs end.
  mutating func learn(_ execution: Execution, from scheduler: any Scheduler)

  /// Whether every schedule that matters has been seen, once no run is in progress.
  var isExhausted: Bool { get }

  /// How many runs went another way than the same moves went before.
  var surprises: Int { get }
}

extension Strategy {
  /// None: a strategy that expects nothing is never surprised.
  public var surprises: Int { 0 }
}

/// Steers one run (shuttle's `Scheduler`): who moves next?
public protocol Scheduler: Sendable {
  /// The next move; nil to give the run up.
  ///
  /// - Parameter point: at least one of its options can move.
  mutating func choose(_ point: SchedulePoint) -> Move?

  /// Takes note of the step that the last choice led to.
  mutating func note(_ step: Step)

  /// Whether the last choice was told to the scheduler, with all that belongs to it (a line to be typed,
  /// say); else it is its own.
  var isFollowing: Bool { get }

  /// The lane that has to move next, whoever else could; nil where the choice is free.
  var awaited: LanePath? { get }

  /// Where the run left the way that it was to go; nil as long as it has not.
  var divergence: Divergence? { get }
}

extension Scheduler {
  /// Nothing to remember.
  public mutating func note(_ step: Step) {}

  /// Every choice is its own.
  public var isFollowing: Bool { false }

  /// Every choice is free.
  public var awaited: LanePath? { nil }

  /// There is no way that it has to go.
  public var divergence: Divergence? { nil }
}
