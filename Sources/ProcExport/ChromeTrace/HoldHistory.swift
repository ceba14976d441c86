import ProcModel

/// Which locks each lane held, and since when. The timeline knows only the lock acquired last.
struct HoldHistory {
  /// From a moment on, a lane holds these locks, in the order in which it acquired them.
  struct Change {
    let time: UInt64
    let locks: [ObjectID]
  }

  /// The changes of each lane, rising.
  private(set) var lanes: [LaneIndex: [Change]] = [:]

  /// Notes what the lane of an event holds after it.
  mutating func note(_ event: Event, _ world: World) {
    guard let lane = world.lane(pid: event.pid, tid: event.tid) else { return }
    let locks = world.lanes[lane].holding
    guard locks != lanes[lane]?.last?.locks ?? [] else { return }
    lanes[lane, default: []].append(Change(time: event.time, locks: locks))
  }

  /// The history of a run.
  static func of(_ run: Run) -> HoldHistory {
    var history = HoldHistory()
    var walk = Walk()
    for event in run.trace {
      walk.take(event)
      history.note(event, walk.world)
    }
    return history
  }
}
