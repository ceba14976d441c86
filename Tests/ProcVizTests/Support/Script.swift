import ProcModel

/// A run written by hand: which process did what, and when, in milliseconds.
struct Script {
  private(set) var events: [Event] = []
  private var numbers: [Int32: UInt32] = [:]
  private var time = 0.0

  /// The identity of the process object of `pid`.
  static func process(_ pid: Int32) -> ObjectID { ObjectID(creator: pid, number: 0) }
  static let main: Int32 = 4711
  static let counter = ObjectID(creator: main, number: 1)
  static let lock = ObjectID(creator: main, number: 2)
  static let queue = ObjectID(creator: main, number: 3)

  /// From now on, everything happens at `milliseconds`.
  mutating func at(_ milliseconds: Double) { time = milliseconds }

  /// The process `pid` does something.
  mutating func add(
    _ kind: EventKind, by pid: Int32, object: ObjectID = .none, value: Int64 = 0,
    extra: UInt64 = 0, flags: Event.Flags = [], text: String = "", detail: String = ""
  ) {
    let number = numbers[pid, default: 0]
    numbers[pid] = number + 1
    events.append(
      Event(
        kind, pid: pid, number: number, time: 1_000_000_000 + UInt64(time * 1_000_000),
        object: object, value: value, extra: extra, flags: flags, text: text, detail: detail))
  }

  /// The main process begins.
  mutating func beginMain() {
    add(
      .processBegin, by: Self.main, object: Self.process(Self.main), value: -1, text: "MainProcess")
  }

  /// The main process starts `pid`.
  mutating func start(_ pid: Int32, _ name: String) {
    add(.processStart, by: Self.main, object: Self.process(pid), text: name)
  }

  /// `pid` begins.
  mutating func begin(_ pid: Int32, _ name: String) {
    add(
      .processBegin, by: pid, object: Self.process(pid), extra: UInt64(Self.main), text: name)
  }

  /// `pid` ends by itself.
  mutating func exit(_ pid: Int32, code: Int64 = 0) {
    add(.processExit, by: pid, object: Self.process(pid), value: code)
  }

  /// `pid` is held before an operation.
  mutating func gate(_ pid: Int32, before kind: EventKind, object: ObjectID, slot: UInt64) {
    add(.gateWait, by: pid, object: object, value: Int64(kind.rawValue), extra: slot)
  }

  /// The main process waits for the end of `pid`.
  mutating func join(_ pid: Int32, _ name: String) {
    add(.joinWait, by: Self.main, object: Self.process(pid), extra: Event.noTimeout, text: name)
  }

  /// The main process has seen the end of `pid`.
  mutating func joined(_ pid: Int32, _ name: String) {
    add(.joinDone, by: Self.main, object: Self.process(pid), text: name)
  }
}

extension Script {
  /// Two workers read 0, and both write 1.
  static func lostUpdate() -> Script {
    var script = Script()
    script.beginMain()
    script.add(
      .objectDefine, by: main, object: counter, value: ObjectKind.value.rawValue, text: "counter")
    script.add(.expect, by: main, object: counter, value: 2)
    script.at(2)
    script.start(4712, "Process-1")
    script.at(4)
    script.start(4713, "Process-2")
    script.at(6)
    script.begin(4712, "Process-1")
    script.join(4712, "Process-1")
    script.at(8)
    script.begin(4713, "Process-2")
    script.at(12)
    script.add(.valueRead, by: 4712, object: counter, value: 0)
    script.at(14)
    script.add(.valueRead, by: 4713, object: counter, value: 0)
    script.at(20)
    script.add(.valueWrite, by: 4712, object: counter, value: 1)
    script.at(24)
    script.add(.valueWrite, by: 4713, object: counter, value: 1)
    script.at(28)
    script.add(.output, by: 4712, value: 1, text: "done, I saw 1\n")
    script.at(30)
    script.exit(4712)
    script.at(32)
    script.exit(4713)
    script.joined(4712, "Process-1")
    script.join(4713, "Process-2")
    script.at(34)
    script.joined(4713, "Process-2")
    script.at(36)
    script.exit(main)
    return script
  }

  /// Process-1 holds the lock and sleeps; Process-2 waits for it. Nobody has ended.
  static func waitingForLock() -> Script {
    var script = Script()
    script.beginMain()
    script.add(
      .objectDefine, by: main, object: lock, value: ObjectKind.rlock.rawValue, text: "lock-1")
    script.at(100)
    script.start(4712, "Process-1")
    script.start(4713, "Process-2")
    script.at(200)
    script.begin(4712, "Process-1")
    script.begin(4713, "Process-2")
    script.join(4712, "Process-1")
    script.at(300)
    script.add(.lockAcquire, by: 4712, object: lock, value: 1)
    script.add(.sleepBegin, by: 4712, value: 2_000_000_000)
    script.at(400)
    script.add(.lockWait, by: 4713, object: lock, extra: Event.noTimeout)
    return script
  }

  /// Main got the only item, and waits for another one that nobody will put.
  static func blockedForever() -> Script {
    var script = Script()
    script.beginMain()
    script.add(
      .objectDefine, by: main, object: queue, value: ObjectKind.queue.rawValue, text: "queue-1")
    script.at(2)
    script.start(4712, "Process-1")
    script.at(4)
    script.begin(4712, "Process-1")
    script.at(8)
    script.add(.queuePut, by: 4712, object: queue, value: 1, extra: 1, text: "7")
    script.at(9)
    script.exit(4712)
    script.at(12)
    script.add(.queueGet, by: main, object: queue, value: 0, extra: 1, text: "7")
    script.at(16)
    script.add(.queueGetWait, by: main, object: queue, extra: Event.noTimeout)
    return script
  }
}
