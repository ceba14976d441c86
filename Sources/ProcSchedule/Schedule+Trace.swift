public import ProcModel

extension Schedule {
  /// The order of the operations of a run that went freely, at least for a while: a move for each.
  /// It need not fit at every place, since a free run is not controlled: its processes wait in the
  /// kernel, and the results of polls depend on time.
  public init(retracing run: Run) {
    var names = StableNames()
    names.update(run.world)
    var moves: [Move] = []
    var beginnings = Beginnings()
    for event in run.trace {
      let isBeginning = beginnings.note(event)
      guard event.isMove, !isBeginning,
        let lane = run.world.lane(pid: event.pid, tid: event.tid)
      else { continue }
      let line = event.kind == .inputRead ? event.text : nil
      moves.append(Move(names.path(of: lane), line: line))
    }
    self.init(moves)
  }
}

extension Event {
  /// Whether a lane that reports it has passed a gate for it.
  var isMove: Bool {
    if isObserved { return false }
    // The main process is there before it begins.
    if kind == .processBegin { return value >= 0 }
    return kind.facts.passesGate
  }
}

/// Tells the first values of shared objects, which come with them, from those that are written.
private struct Beginnings {
  /// The elements that have no value yet of the objects that were defined last, by pid.
  private var defined: [Int32: (object: ObjectID, elements: Set<UInt64>)] = [:]

  /// Takes note of an event, and says whether it tells such a first value.
  mutating func note(_ event: Event) -> Bool {
    if event.kind == .objectDefine {
      defined[event.pid] = (event.object, [])
      return false
    }
    guard event.kind == .valueWrite, defined[event.pid]?.object == event.object else {
      defined[event.pid] = nil
      return false
    }
    return defined[event.pid]?.elements.insert(event.extra).inserted ?? false
  }
}
