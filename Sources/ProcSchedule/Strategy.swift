/// How a search goes through the schedules of a program: which run to make next, and what to learn
/// from it. A strategy is pure; it knows nothing of processes.
public protocol Strategy: Sendable {
  /// What steers the next run; nil where there is none to be made at present. Several runs may be
  /// under way at once; what they will be learned to be may bring more.
  mutating func next() -> (any Chooser)?

  /// Takes note of a run that `chooser` has steered, in whatever order runs end.
  mutating func learn(_ execution: Execution, from chooser: any Chooser)

  /// Whether every schedule that matters has been seen, once no run is under way.
  var isExhausted: Bool { get }

  /// How many runs went another way than the same moves had led before.
  var surprises: Int { get }
}

extension Strategy {
  /// None: whoever expects nothing is never surprised.
  public var surprises: Int { 0 }
}

/// Steers one run (shuttle's `Scheduler`): who moves next?
public protocol Chooser: Sendable {
  /// The next move; nil to give the run up.
  ///
  /// - Parameter situation: at least one of its options can move.
  mutating func choose(_ situation: Situation) -> Move?

  /// Takes note of the step that the last choice led to.
  mutating func note(_ step: Step)
}

extension Chooser {
  /// Nothing to remember.
  public mutating func note(_ step: Step) {}
}
