extension Run {
  /// The same finding; where a process failed, with the operations that led to it: the last ones of
  /// its own, and what others had done before to the same objects. That a check failed says little
  /// by itself.
  func withWhatLedToIt(_ finding: Finding) -> Finding {
    guard finding.kind == .processFailed, let seq = finding.seqs.first,
      let lane = failedLane(at: seq)
    else { return finding }
    let pid = world.lanes[lane].pid
    let recent = operations(before: seq)
    let own = recent.filter { $0.event.pid == pid }.suffix(Self.mostOwn)
    let others = own.compactMap { mine in
      recent.last {
        $0.seq < mine.seq && $0.event.pid != pid && $0.event.object == mine.event.object
          && $0.event.kind.isGiving
      }
    }
    let seqs = Set(own.map(\.seq) + others.map(\.seq).suffix(Self.mostOthers) + finding.seqs)
    return Finding(
      kind: finding.kind, text: finding.text, processes: finding.processes,
      objects: finding.objects, seqs: seqs.sorted())
  }

  /// How many operations of the process that failed are shown, and of others.
  private static let mostOwn = 4
  private static let mostOthers = 3
  /// How far back they are looked for, in events.
  private static let reach = 512

  /// Whose failure the event at `seq` tells of.
  private func failedLane(at seq: Int) -> LaneIndex? {
    guard trace.indices.contains(seq) else { return nil }
    let event = trace[seq]
    return event.kind == .processReap
      ? world.lane(of: event.object) : world.lane(pid: event.pid, tid: event.tid)
  }

  /// The operations on objects before an event, as far back as they are looked for.
  private func operations(before seq: Int) -> [(seq: Int, event: Event)] {
    var operations: [(seq: Int, event: Event)] = []
    var place = max(0, seq - Self.reach)
    trace.forEach(in: place..<seq) { event in
      if event.object != .none, event.kind.isOperation { operations.append((place, event)) }
      place += 1
    }
    return operations
  }
}

extension EventKind {
  /// Whether it is something that a process did to an object that processes share.
  fileprivate var isOperation: Bool {
    guard isOfSharedObject else { return false }
    return switch role {
    case .take, .look, .timeout, .give, .change: true
    case .wait, .life, .pause, .say, .protocolOnly, .unknown: false
    }
  }

  /// Whether others learn from it, through the object.
  fileprivate var isGiving: Bool { isOfSharedObject && (role == .give || role == .change) }

  private var isOfSharedObject: Bool {
    switch family {
    case .locks, .queues, .values, .managers, .coordination: true
    case .processes, .pools, .output, .sleep, nil: false
    }
  }
}
