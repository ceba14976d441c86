import ProcModel

@testable import ProcExport

/// A run written by hand: which process did what, and when, in microseconds.
struct Script {
  private(set) var events: [Event] = []
  private var numbers: [Int32: UInt32] = [:]
  private var time: UInt64 = 0
  /// What is added to every pid: another run of the same program has others.
  private let offset: Int32

  static let counter = UInt32(1)
  static let lock = UInt32(2)
  static let otherLock = UInt32(3)
  static let queue = UInt32(4)

  /// A main process (100) with a value, two locks and a queue, and processes 101, 102, … that have
  /// begun.
  init(children: Int = 2, offset: Int32 = 0, names: [Int32: String] = [:]) {
    self.offset = offset
    add(.processBegin, by: 100, process: 100, value: -1, text: "MainProcess")
    let things: [(UInt32, ObjectKind, String)] = [
      (1, .value, "counter"), (2, .lock, "lock-1"), (3, .lock, "lock-2"), (4, .queue, "queue-1"),
    ]
    for (number, kind, name) in things {
      add(.objectDefine, by: 100, object: number, value: kind.rawValue, text: name)
    }
    for child in Int32(101)..<Int32(101 + children) {
      let name = names[child] ?? "Process-\(child - 100)"
      add(.processStart, by: 100, process: child, text: name)
      add(.processBegin, by: child, process: child, extra: UInt64(100 + offset), text: name)
    }
  }

  /// The process `pid` does something, a microsecond (or so many) after what came before.
  mutating func add(
    _ kind: EventKind, by pid: Int32, object: UInt32? = nil, process: Int32? = nil,
    value: Int64 = 0, extra: UInt64 = 0, flags: Event.Flags = [], text: String = "",
    detail: String = "", after: UInt64 = 1
  ) {
    time += after * 1000
    let number = numbers[pid, default: 0]
    numbers[pid] = number + 1
    let thing = object.map { ObjectID(creator: 100 + offset, number: $0) }
    let other = process.map { ObjectID(creator: 100 + offset, number: UInt32(1000 + $0)) }
    events.append(
      Event(
        kind, pid: pid + offset, number: number, time: 5_000_000_000 + time,
        object: thing ?? other ?? .none, value: value, extra: extra, flags: flags, text: text,
        detail: detail))
  }

  /// All end, the main process last.
  mutating func end(_ pids: Int32...) {
    for pid in pids + [100] { add(.processExit, by: pid, process: pid) }
  }

  /// The resulting run.
  var run: Run {
    var run = Run()
    for event in events { run.append(event) }
    return run
  }
}

extension Script {
  /// Two processes read 0, and both write 1.
  static var lostUpdate: Script {
    var script = Script()
    script.add(.valueRead, by: 101, object: counter, value: 0)
    script.add(.valueRead, by: 102, object: counter, value: 0)
    script.add(.valueWrite, by: 101, object: counter, value: 1, after: 200)
    script.add(.valueWrite, by: 102, object: counter, value: 1)
    script.end(101, 102)
    return script
  }

  /// One process after the other holds the lock; an item goes through the queue.
  static var handedOver: Script {
    var script = Script()
    script.add(.lockAcquire, by: 101, object: lock, value: 1)
    script.add(.lockWait, by: 102, object: lock, extra: Event.noTimeout)
    script.add(.sleepBegin, by: 101, value: 500_000)
    script.add(.sleepEnd, by: 101, value: 500_000, after: 500)
    script.add(.lockRelease, by: 101, object: lock)
    script.add(.lockAcquire, by: 102, object: lock, value: 1)
    script.add(.queuePut, by: 102, object: queue, value: 1, extra: 1, text: "=1+1")
    script.add(.queueGet, by: 101, object: queue, value: 0, extra: 1, text: "=1+1")
    script.add(.lockRelease, by: 102, object: lock)
    script.end(101, 102)
    return script
  }
}

extension Run {
  /// Anything at all: what a hostile program could put into the channel.
  static func absurd(seed: UInt64, count: Int) -> Run {
    var state = seed
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    let texts = ["", "a", "=1", "\u{1B}[2J\"\\\n", "进程", "<&>", "x,y"]
    var run = Run()
    var time: UInt64 = 1000
    for _ in 0..<count {
      time += next(3) * next(2000)
      let kind = EventKind.allCases[Int(next(UInt64(EventKind.allCases.count)))]
      run.append(
        Event(
          kind, pid: Int32(next(5)) - 1, tid: Int32(next(3)), time: time,
          object: ObjectID(creator: Int32(next(4)), number: UInt32(next(4))),
          value: Int64(next(6)) - 2, extra: next(5), flags: .init(rawValue: UInt8(next(8))),
          text: texts[Int(next(7))], detail: texts[Int(next(7))]))
    }
    return run
  }
}

extension ExportFacts {
  /// The facts of a run of `counter`.
  static func counter(_ language: Language = .en) -> ExportFacts {
    ExportFacts(
      SummaryJSON(.scenario("counter"), knobs: [("lock", "off")], language: language),
      version: "1.2.3", host: [("system", "Linux 6.1")])
  }
}
