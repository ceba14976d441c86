import ProcModel

/// The deeds of a run: of each lane in its order, and on each object who had his turn when.
struct DeedBook {
  /// A deed, and its place in the trace.
  struct Entry {
    let deed: Deed
    let seq: Int
  }

  /// A turn: who did what kind of thing.
  struct Turn: Hashable {
    let lane: String
    let kind: EventKind
  }

  /// By the name of the lane, and of the object.
  private(set) var lanes: [String: [Entry]] = [:]
  private(set) var turns: [String: [(turn: Turn, seq: Int)]] = [:]
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
    guard let deed = Deed(event, names) else { return }
    lanes[lane, default: []].append(Entry(deed: deed, seq: seq))
    guard deed.kind.takesTurns, !deed.object.isEmpty else { return }
    turns[deed.object, default: []].append((Turn(lane: lane, kind: deed.kind), seq))
  }
}
