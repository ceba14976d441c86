/// What each lane knows of the others: vector clocks.
///
/// A lane's own time counts how often it has given something away. `known[u]` is the time of lane u
/// up to which all that u did happened before what the lane does now. `firm` is the same without what
/// locks and counting semaphores happened to bring about in this run: what holds in every run.
struct LaneClocks: Sendable {
  private var lanes: [LaneClock] = []

  /// One lane's clock.
  private struct LaneClock: Sendable {
    var time: UInt32 = 1
    var known = VectorClock()
    var firm = VectorClock()
    var firmChanges = 0
    var isStranger = false
  }

  /// How many lanes have a clock.
  var count: Int { lanes.count }

  /// A clock for the next lane.
  ///
  /// - Parameter isStranger: it is not known how it came to be, so that nothing can be said of its
  ///   order.
  mutating func addLane(isStranger: Bool) { lanes.append(LaneClock(isStranger: isStranger)) }

  /// Whether nothing can be said of a lane's order.
  func isStranger(_ lane: LaneIndex) -> Bool { lanes[lane].isStranger }

  /// The lane's own time.
  func time(of lane: LaneIndex) -> UInt32 { lanes[lane].time }

  /// Whether all that `other` did up to its time `time` happened before what `lane` does now.
  @inline(__always)
  func knows(_ lane: LaneIndex, of other: LaneIndex, upTo time: UInt32) -> Bool {
    lane == other || lanes[lane].known.time(of: other) >= time
  }

  /// What has happened before what `lane` does now, in every run.
  func firm(_ lane: LaneIndex) -> VectorClock { lanes[lane].firm }

  /// How often a lane has taken or given what orders lanes in every run.
  func firmChanges(_ lane: LaneIndex) -> Int { lanes[lane].firmChanges }

  /// `lane` gives something away: whoever takes it knows all that `lane` did until now.
  mutating func give(_ lane: LaneIndex, isFirm: Bool = true) -> Stamp {
    let time = lanes[lane].time
    lanes[lane].time &+= 1
    if isFirm { lanes[lane].firmChanges += 1 }
    return Stamp(lane: lane, time: time, known: lanes[lane].known, firm: lanes[lane].firm)
  }

  /// `lane` takes what was given with `stamp`.
  ///
  /// Nothing is to be learned from a stamp whose time is known already: whoever knew it had it from
  /// that stamp, with all that it says, or from somebody who had.
  mutating func take(_ lane: LaneIndex, _ stamp: Stamp, isFirm: Bool) {
    if stamp.lane == lane { return }
    if lanes[lane].known.time(of: stamp.lane) < stamp.time {
      lanes[lane].known.learn(stamp.known)
      lanes[lane].known.learn(stamp.time, of: stamp.lane)
    }
    if isFirm, lanes[lane].firm.time(of: stamp.lane) < stamp.time {
      lanes[lane].firm.learn(stamp.firm)
      lanes[lane].firm.learn(stamp.time, of: stamp.lane)
      lanes[lane].firmChanges += 1
    }
  }

  /// `lane` takes what several have given.
  mutating func take(_ lane: LaneIndex, _ gathered: GatheredClock, isFirm: Bool) {
    lanes[lane].known.learn(gathered.known)
    guard isFirm else { return }
    lanes[lane].firm.learn(gathered.firm)
    lanes[lane].firmChanges += 1
  }
}

/// What goes along with something that is given away: who gave it, when, and what it knew.
struct Stamp: Sendable {
  let lane: LaneIndex
  let time: UInt32
  let known: VectorClock
  let firm: VectorClock
}

/// What several lanes have given to one object, one after another.
struct GatheredClock: Sendable {
  private(set) var known = VectorClock()
  private(set) var firm = VectorClock()

  mutating func add(_ stamp: Stamp) {
    known.learn(stamp.known)
    known.learn(stamp.time, of: stamp.lane)
    firm.learn(stamp.firm)
    firm.learn(stamp.time, of: stamp.lane)
  }
}
