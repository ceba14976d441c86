import ProcModel

/// Makes traces event by event, for what a diagram is too narrow for. Lane 0 is the main process; its
/// children 1 … n have begun.
struct TraceMaker {
  private(set) var events: [Event] = []
  private var numbers: [Int: UInt32] = [:]

  /// The objects that a trace may be about, all defined by the main process.
  enum Thing: UInt32, CaseIterable {
    case v = 1
    case w, lock, otherLock, thirdLock, queue, smallQueue, semaphore, signal, condition, event,
      barrier, pool
    case dict, array, pipe

    var id: ObjectID { ObjectID(creator: 100, number: rawValue) }

    var kind: ObjectKind {
      switch self {
      case .v, .w: .value
      case .lock, .otherLock, .thirdLock: .lock
      case .queue, .smallQueue: .queue
      case .semaphore, .signal: .semaphore
      case .condition: .condition
      case .event: .event
      case .barrier: .barrier
      case .pool: .pool
      case .dict: .dict
      case .array: .array
      case .pipe: .pipe
      }
    }

    var capacity: UInt64 { self == .smallQueue || self == .semaphore ? 2 : 0 }
  }

  init(children: Int) {
    emit(0, Event(.processBegin, object: process(0), value: -1, text: "MainProcess"))
    for thing in Thing.allCases {
      emit(
        0,
        Event(
          .objectDefine, object: thing.id, value: thing.kind.rawValue, extra: thing.capacity,
          text: "\(thing)"))
    }
    for child in 0..<children { start(child + 1) }
  }

  /// The process object of a lane.
  func process(_ lane: Int) -> ObjectID { ObjectID(creator: 100, number: UInt32(1000 + lane)) }

  /// The main process starts a child, which begins.
  mutating func start(_ lane: Int) {
    emit(0, Event(.processStart, object: process(lane), text: "Process-\(lane)"))
    emit(lane, Event(.processBegin, object: process(lane), extra: 100, text: "Process-\(lane)"))
  }

  mutating func emit(_ lane: Int, _ event: Event) {
    var event = event
    event.pid = Int32(100 + lane)
    event.number = numbers[lane, default: 0]
    event.time = UInt64(events.count) * 1000
    numbers[lane] = event.number + 1
    events.append(event)
  }

  mutating func emit(
    _ lane: Int, _ kind: EventKind, _ thing: Thing, value: Int64 = 0, extra: UInt64 = 0,
    flags: Event.Flags = []
  ) {
    emit(lane, Event(kind, object: thing.id, value: value, extra: extra, flags: flags))
  }

  /// The resulting run.
  var run: Run {
    var run = Run()
    for event in events { run.append(event) }
    return run
  }
}
