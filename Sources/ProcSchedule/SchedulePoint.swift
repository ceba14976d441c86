/// What a scheduler sees when it is to choose: every lane that is held, and what it would do.
public struct SchedulePoint: Sendable {
  /// How many moves were made before.
  public let step: Int
  /// The lanes that are held, in the order of their paths.
  public let options: [Option]

  /// A point.
  public init(step: Int, options: [Option]) {
    self.step = step
    self.options = options
  }

  /// Those that may be chosen.
  public var choices: [Option] { options.filter { $0.readiness.canMove } }

  /// The option of a lane, if it is held.
  public subscript(lane: LanePath) -> Option? { options.first { $0.lane == lane } }

  /// Who moves where nothing else is asked for: the lane that moved last, as long as it can; else
  /// the first that can, so that a run without wishes has as few switches as it may.
  ///
  /// - Parameter isAllowed: which of those that can move may be chosen.
  public func byDefault(
    after last: LanePath?, where isAllowed: (LanePath) -> Bool = { _ in true }
  ) -> LanePath? {
    if let last, let option = self[last], option.readiness.canMove, isAllowed(last) { return last }
    return options.first { $0.readiness.canMove && isAllowed($0.lane) }?.lane
  }
}

/// A lane that is held before an operation.
public struct Option: Hashable, Sendable {
  /// Who.
  public let lane: LanePath
  /// What it would do.
  public let operation: StableOperation
  /// Whether it can.
  public let readiness: Readiness

  /// An option.
  public init(lane: LanePath, operation: StableOperation, readiness: Readiness) {
    self.lane = lane
    self.operation = operation
    self.readiness = readiness
  }

  /// What would become of the operation.
  public enum Readiness: Hashable, Sendable {
    /// It would happen.
    case ready
    /// It cannot happen now, but waits for a limited time only: it would give up.
    case timesOut
    /// It cannot happen now, and waits.
    case blocked
    /// It asks what it has asked before (`is_alive`, a try-acquire), and nothing that it depends on
    /// has changed since: it would learn nothing new.
    case stale

    /// Whether the lane may be chosen.
    public var canMove: Bool { self == .ready || self == .timesOut }
  }
}
