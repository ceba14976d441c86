import ProcModel

/// A small run in which whatever can be waited for is not there: locks are held by Process-1, queues
/// are empty (or full), nobody has given anything. Process-2 is about to do something.
struct SmallWorld {
  private var made: [Event] = []
  private var numbers: [Int32: UInt32] = [:]

  static let main: Int32 = 100
  static let holder: Int32 = 101
  static let actor: Int32 = 102

  /// What there is, by name, in order.
  static let objects: [(name: String, id: ObjectID)] =
    [("nothing", .none), ("holder", process(holder)), ("unknown", ObjectID(rawValue: 7 << 32 | 7))]
    + defined.map { ($0.name, object($0.number)) }

  private typealias Defined = (
    name: String, number: UInt32, kind: ObjectKind, capacity: UInt64
  )
  private static let defined: [Defined] = [
    ("lock", 1, .lock, 0), ("rlock", 2, .rlock, 0), ("queue", 3, .queue, 0),
    ("full", 4, .queue, 1), ("value", 5, .value, 0), ("array", 6, .array, 3),
    ("dict", 7, .dict, 0), ("list", 8, .list, 0), ("pool", 9, .pool, 1),
    ("manager", 10, .manager, 0), ("variable", 11, .variable, 0), ("semaphore", 12, .semaphore, 0),
    ("bounded", 13, .boundedSemaphore, 0), ("condition", 14, .condition, 0),
    ("event", 15, .event, 0), ("barrier", 16, .barrier, 3), ("pipe", 17, .pipe, 3),
    ("namespace", 18, .namespace, 0),
  ]

  static func process(_ pid: Int32) -> ObjectID { ObjectID(creator: pid, number: 0) }
  static func object(_ number: UInt32) -> ObjectID { ObjectID(creator: main, number: number) }

  private init() {
    add(.processBegin, Self.main, Self.process(Self.main), value: -1, text: "MainProcess")
    for object in Self.defined {
      add(
        .objectDefine, Self.main, Self.object(object.number), value: object.kind.rawValue,
        extra: object.capacity, text: object.name)
    }
    for (name, pid) in [("Process-1", Self.holder), ("Process-2", Self.actor)] {
      add(.processStart, Self.main, Self.process(pid), text: name)
      add(.processBegin, pid, Self.process(pid), extra: UInt64(Self.main), text: name)
    }
    fill()
  }

  private mutating func fill() {
    add(.lockAcquire, Self.holder, Self.object(1), value: 1)
    add(.lockAcquire, Self.holder, Self.object(2), value: 1)
    add(.queuePut, Self.main, Self.object(4), value: 1, extra: 1, text: "item")
    add(.valueWrite, Self.main, Self.object(5), value: 3)
    add(.conditionWait, Self.actor, Self.object(14))
    add(.barrierWait, Self.actor, Self.object(16), extra: 1)
    add(.taskSubmit, Self.main, Self.object(9), extra: 1, text: "task")
    add(.taskBegin, Self.holder, Self.object(9), extra: 1)
    add(.taskWait, Self.actor, Self.object(9), extra: 1)
    add(.joinWait, Self.main, Self.process(Self.holder), extra: Event.noTimeout, text: "Process-1")
  }

  /// Somebody does something, a microsecond after the last thing.
  mutating func add(
    _ kind: EventKind, _ pid: Int32, _ object: ObjectID, value: Int64 = 0, extra: UInt64 = 0,
    flags: Event.Flags = [], text: String = "", detail: String = ""
  ) {
    made.append(
      Event(
        kind, pid: pid, number: numbers[pid, default: 0], time: UInt64(1000 * (made.count + 1)),
        object: object, value: value, extra: extra, flags: flags, text: text, detail: detail))
    numbers[pid, default: 0] += 1
  }

  private static let small = SmallWorld()
  static let events = small.made
  static let run: Run = {
    var run = Run()
    for event in events { run.append(event) }
    return run
  }()

  /// One more event, by Process-2.
  static func with(
    _ kind: EventKind, on object: ObjectID, value: Int64 = 0, extra: UInt64 = 0,
    flags: Event.Flags = [], text: String = "", detail: String = ""
  ) -> Event {
    var copy = small
    copy.add(
      kind, actor, object, value: value, extra: extra, flags: flags, text: text, detail: detail)
    return copy.made[events.count]
  }

  /// The run with one more event.
  static func run(with event: Event) -> Run {
    var run = run
    run.append(event)
    return run
  }
}
