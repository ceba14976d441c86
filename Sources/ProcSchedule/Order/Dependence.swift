import ProcModel

/// Which steps depend on each other: those whose order can be observed. Independent steps commute:
/// two neighbours in exchanged order lead to the same state, and neither makes the other possible
/// or impossible.
public enum Dependence: Sendable, Hashable {
  /// Their order cannot be observed.
  case none
  /// The later could not have come first: the earlier made it possible.
  case orders
  /// The other order was possible.
  case races

  /// How the later of two steps depends on the earlier.
  public static func between(_ earlier: Step, _ later: Step) -> Dependence {
    if earlier.lane == later.lane { return .orders }
    let isIndefinite = later.operation.blocking == .indefinite
    var strongest = Dependence.none
    for a in earlier.accesses {
      if let made = lifeAndDeath(a, before: later.lane) { strongest = strongest.and(made) }
      for b in later.accesses {
        strongest = strongest.and(between(a, b, isIndefinite: isIndefinite))
      }
    }
    for b in later.accesses {
      if case .kill(let lane) = b.mode, reaches(lane, earlier.lane) {
        strongest = strongest.and(.races)
      }
    }
    return strongest
  }

  /// Combines two reasons to depend: if one says that the later step could not have come first, it
  /// could not.
  func and(_ other: Dependence) -> Dependence {
    self == .orders || other == .orders ? .orders : self == .races ? .races : other
  }

  /// How a step of `lane` depends on an earlier one that started the lane, or was to end it.
  static func lifeAndDeath(_ access: Access, before lane: LanePath) -> Dependence? {
    switch access.mode {
    case .start(let started) where started == lane: .orders
    case .kill(let victim) where reaches(victim, lane): .races
    case .start, .kill, .read, .write, .ask, .acquire, .release, .acquireShare, .releaseShare, .put,
      .get, .begin, .end, .join:
      nil
    }
  }

  /// Whether a signal to the process `victim` can end `lane`: itself, or a thread of it.
  static func reaches(_ victim: LanePath, _ lane: LanePath) -> Bool {
    lane == victim || lane.descends(from: victim)
  }
}

extension Dependence {
  /// How the later of two accesses of different lanes depends on the earlier.
  ///
  /// - Parameter isIndefinite: whether the later operation would have waited without a timeout. An
  ///   operation that is a try or has a timeout could have come first, and failed.
  static func between(_ earlier: Access, _ later: Access, isIndefinite: Bool) -> Dependence {
    guard earlier.object == later.object, overlap(earlier, later) else { return .none }
    if enables(earlier.mode, later.mode) { return isIndefinite ? .orders : .races }
    return commute(earlier.mode, later.mode) ? .none : .races
  }

  /// Whether they are about the same element.
  static func overlap(_ a: Access, _ b: Access) -> Bool {
    a.element == b.element || a.element == Access.everyElement
      || b.element == Access.everyElement
  }

  /// Whether the earlier access gave what the later one took. A pair that is not named here or below
  /// depends: that may cost runs, and misses none.
  private static func enables(_ earlier: Access.Mode, _ later: Access.Mode) -> Bool {
    switch (earlier, later) {
    case (.release(let enabled), .acquire(let ordinal)): enabled == ordinal
    case (.put(let put, _), .get(let got)): put == got
    case (.get(let got), .put(_, let room)): got == room
    // Nobody shares what somebody holds alone, and nobody holds alone what others share.
    case (.release, .acquireShare), (.releaseShare, .acquire): true
    case (.end, .join), (.kill, .join), (.start, _): true
    default: false
    }
  }

  /// Whether their order makes no difference, given that neither enables the other.
  ///
  /// Taking a unit while others are left is independent of a release; taking an item from a queue
  /// is independent of what is put after it.
  private static func commute(_ a: Access.Mode, _ b: Access.Mode) -> Bool {
    switch (a, b) {
    case (.acquire, .release), (.release, .acquire), (.put, .get), (.get, .put): true
    // Shares do not care for each other. Of one held alone and one shared, one is over before the
    // other begins; what orders them is which of them was taken first.
    case (.acquireShare, .acquireShare), (.acquireShare, .releaseShare),
      (.releaseShare, .acquireShare), (.releaseShare, .releaseShare), (.acquireShare, .release),
      (.acquire, .releaseShare), (.release, .releaseShare), (.releaseShare, .release):
      true
    default: isLook(a) && isLook(b)
    }
  }

  private static func isLook(_ mode: Access.Mode) -> Bool {
    switch mode {
    case .read, .join, .begin: true
    case .write, .ask, .acquire, .release, .acquireShare, .releaseShare, .put, .get, .start, .end,
      .kill:
      false
    }
  }
}
