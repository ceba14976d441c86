import ProcModel

/// The events of a run: those of each lane in its order, and the order of the lanes on each object.
struct RunOutline {
  /// An event, and its place in the trace.
  struct Entry {
    let event: StableEvent
    let seq: Int
  }

  /// A turn: a lane and the kind of its operation.
  struct ObjectTurn: Hashable {
    let lane: String
    let kind: EventKind
  }

  /// By the name of the lane, and of the object.
  private(set) var lanes: [String: [Entry]] = [:]
  private(set) var turns: [String: [(turn: ObjectTurn, seq: Int)]] = [:]
  /// What each process printed past the library, which comes through another pipe.
  private(set) var printed: [String: String] = [:]

  init(_ run: Run) {
    let names = StableWords(run.world)
    var walk = Walk()
    for (seq, event) in run.trace.enumerated() {
      walk.take(event)
      guard let lane = walk.world.lane(pid: event.pid, tid: event.tid), lane < names.lanes.count
      else { continue }
      note(event, seq, by: names.lanes[lane], names)
    }
  }

  private mutating func note(_ event: Event, _ seq: Int, by lane: String, _ names: StableWords) {
    if event.kind == .output, event.flags.contains(.observed) {
      printed[lane, default: ""] += names.text(event.text)
    }
    guard let stable = StableEvent(event, names) else { return }
    lanes[lane, default: []].append(Entry(event: stable, seq: seq))
    guard stable.takesTurns, !stable.object.isEmpty else { return }
    turns[stable.object, default: []].append((ObjectTurn(lane: lane, kind: stable.kind), seq))
  }
}
