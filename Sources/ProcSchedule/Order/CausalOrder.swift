import ProcModel

/// The happens-before order of a run's steps: the order of each lane, the order of dependent steps,
/// and what follows from these (Lamport; vector clocks of Fidge and Mattern). Every order of the
/// steps that keeps it is also a run, and ends the same way.
public struct CausalOrder: Sendable {
  /// The lanes that moved or were started, in order of appearance.
  public private(set) var lanes: [LanePath] = []
  /// For each step, its lane's place in ``lanes``.
  public private(set) var laneOf: [Int] = []
  /// For each step, its number among the steps of its lane, from 1.
  public private(set) var numberOf: [Int32] = []

  private var places: [LanePath: Int] = [:]
  private var clocks: [StepClock] = []
  /// The clock of each lane after its last step, or at its start.
  private var laneClocks: [StepClock] = []
  private var lastSteps: [Int?] = []
  private var history = AccessHistory()
  private var kills: [(step: Int, victim: LanePath)] = []

  /// Nothing has happened.
  public init() {}

  /// The order of these steps.
  public init(_ steps: [Step]) {
    for step in steps { add(step) }
  }

  /// Adds the next step. Returns the earlier steps of other lanes on which it depends directly, the
  /// latest first, without those that happened before one of these.
  @discardableResult
  mutating func add(_ step: Step) -> [Dependent] {
    let lane = place(step.lane)
    let found = dependents(of: step, lane)
    var clock = laneClocks[lane]
    for other in found { clock.join(clocks[other.step]) }
    clock.count(lane)
    let index = clocks.count
    laneOf.append(lane)
    numberOf.append(clock[lane])
    clocks.append(clock)
    laneClocks[lane] = clock
    lastSteps[lane] = index
    record(step, index)
    return found
  }

  /// Whether step `a` happened before step `b`, or is the same step.
  public func precedes(_ a: Int, _ b: Int) -> Bool { clocks[b][laneOf[a]] >= numberOf[a] }

  /// How many steps each lane had made, as far as step `b` depends on them (itself included).
  public func clock(of b: Int) -> StepClock { clocks[b] }

  /// The clock of `lane` after its last step, or at its start.
  func clock(of lane: LanePath) -> StepClock {
    places[lane].map { laneClocks[$0] } ?? StepClock()
  }

  /// Whether `clock` knows of step `a`.
  func knows(_ clock: StepClock, of a: Int) -> Bool { clock[laneOf[a]] >= numberOf[a] }

  /// The latest step of another lane that may be the reason why `operation` cannot happen.
  func lastBlocker(of operation: StableOperation, of lane: LanePath) -> Int? {
    let lane = places[lane]
    return history[operation.object].last {
      laneOf[$0.step] != lane && Dependence.mayBlock($0.access, operation)
    }?.step
  }

  private mutating func place(_ lane: LanePath) -> Int {
    if let place = places[lane] { return place }
    places[lane] = lanes.count
    lanes.append(lane)
    laneClocks.append(StepClock())
    lastSteps.append(nil)
    return lanes.count - 1
  }

  private mutating func record(_ step: Step, _ index: Int) {
    for access in step.accesses {
      history.append(access, index)
      switch access.mode {
      case .start(let child): laneClocks[place(child)].join(clocks[index])
      case .kill(let victim): kills.append((index, victim))
      case .read, .write, .ask, .acquire, .release, .acquireShare, .releaseShare, .put, .get,
        .begin,
        .end, .join:
        break
      }
    }
  }

  private func dependents(of step: Step, _ lane: Int) -> [Dependent] {
    var found = DependentList()
    let isIndefinite = step.operation.blocking == .indefinite
    for access in step.accesses {
      history.find(dependentsOf: access, isIndefinite: isIndefinite, into: &found)
      if case .kill(let victim) = access.mode { findSteps(of: victim, into: &found) }
    }
    for kill in kills where Dependence.reaches(kill.victim, step.lane) {
      found.add(kill.step, .races, false)
    }
    return found.sorted { laneOf[$0] != lane }
  }

  private func findSteps(of victim: LanePath, into found: inout DependentList) {
    for (place, lane) in lanes.enumerated() where Dependence.reaches(victim, lane) {
      if let last = lastSteps[place] { found.add(last, .races, false) }
    }
  }
}

/// How many steps of each lane are known, by the lane's place.
public struct StepClock: Sendable, Hashable {
  private var counts: [Int32] = []

  init() {}

  /// The count of the lane at `place`.
  public subscript(place: Int) -> Int32 { place < counts.count ? counts[place] : 0 }

  /// Learns what `other` knows.
  mutating func join(_ other: StepClock) {
    if counts.count < other.counts.count {
      counts.append(contentsOf: repeatElement(0, count: other.counts.count - counts.count))
    }
    for place in other.counts.indices where counts[place] < other.counts[place] {
      counts[place] = other.counts[place]
    }
  }

  /// Counts one more step of the lane at `place`.
  mutating func count(_ place: Int) {
    if counts.count <= place {
      counts.append(contentsOf: repeatElement(0, count: place + 1 - counts.count))
    }
    counts[place] += 1
  }
}
