import ProcModel

extension Timeline.Mark.Shape {
  /// The family; nil for what is always shown: that time was up.
  var family: EventFamily? {
    switch self {
    case .begin, .joined, .ended, .failed, .killed: .processes
    case .read, .write, .remembered: .values
    case .put, .get: .queues
    case .set, .fetched, .served: .managers
    case .taskBegin, .taskEnd: .pools
    case .taken, .given, .notified, .cleared, .woken, .arrived, .passed, .broken: .coordination
    case .typed, .printed, .noted: .output
    case .timedOut: nil
    }
  }
}

extension Timeline.Connector.Kind {
  /// The family.
  var family: EventFamily {
    switch self {
    case .start: .processes
    case .item: .queues
    case .lock: .locks
    case .request: .managers
    case .task: .pools
    case .signal: .coordination
    }
  }
}

extension Activity {
  /// The family of what a lane does; nil for what belongs to none.
  var family: EventFamily? {
    switch self {
    case .sleeping: .sleep
    case .blocked(let blocker): blocker.family
    case .starting, .running, .held, .idle, .ended: nil
    }
  }
}
