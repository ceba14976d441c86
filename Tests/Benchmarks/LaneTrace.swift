import ProcModel

/// The records of a run with many lanes and any number of events: a main process and workers which
/// alternately take a lock, count up a value, and sleep.
struct LaneTrace {
  private static let main: Int32 = 1000
  private static let lock = ObjectID(creator: main, number: 1)
  private static let counter = ObjectID(creator: main, number: 2)

  private let workers: Int32
  private var numbers: [UInt32]
  private var time: UInt64 = 1_000_000_000
  private var count = 0
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  private var filled = 0
  private let write: (UnsafeRawBufferPointer) -> Void

  /// Writes `events` events of `lanes` lanes.
  static func write(events: Int, lanes: Int, to write: @escaping (UnsafeRawBufferPointer) -> Void) {
    var trace = LaneTrace(lanes: lanes, write)
    trace.begin()
    trace.work(until: events)
    trace.flush()
  }

  private init(lanes: Int, _ write: @escaping (UnsafeRawBufferPointer) -> Void) {
    workers = Int32(lanes - 1)
    numbers = [UInt32](repeating: 0, count: lanes)
    self.write = write
  }

  private mutating func begin() {
    add(.processBegin, 0, object: process(0), value: -1, text: "MainProcess")
    add(.objectDefine, 0, object: Self.lock, value: ObjectKind.rlock.rawValue, text: "lock-1")
    add(.objectDefine, 0, object: Self.counter, value: ObjectKind.value.rawValue, text: "counter")
    for worker in 1...workers {
      add(.processStart, 0, object: process(worker), text: "Process-\(worker)")
      add(
        .processBegin, worker, object: process(worker), extra: UInt64(Self.main),
        text: "Process-\(worker)")
      add(.sleepBegin, worker, value: 1_000_000)
    }
  }

  private mutating func work(until events: Int) {
    var value: Int64 = 0
    var worker: Int32 = 0
    while count < events {
      worker = worker % workers + 1
      add(.sleepEnd, worker, value: 1_000_000)
      add(.lockAcquire, worker, object: Self.lock, value: 1)
      add(.valueRead, worker, object: Self.counter, value: value)
      value += 1
      add(.valueWrite, worker, object: Self.counter, value: value)
      add(.lockRelease, worker, object: Self.lock)
      add(.sleepBegin, worker, value: 1_000_000)
    }
  }

  private func process(_ lane: Int32) -> ObjectID { ObjectID(creator: Self.main + lane, number: 0) }

  private mutating func add(
    _ kind: EventKind, _ lane: Int32, object: ObjectID = .none, value: Int64 = 0,
    extra: UInt64 = 0, text: String = ""
  ) {
    if filled + RecordCodec.longestRecord > buffer.count { flush() }
    let event = Event(
      kind, pid: Self.main + lane, number: numbers[Int(lane)], time: time, object: object,
      value: value, extra: extra, text: text)
    numbers[Int(lane)] += 1
    count += 1
    time += 10_000
    filled += buffer.withUnsafeMutableBytes {
      RecordCodec.encode(event, into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
    }
  }

  private mutating func flush() {
    buffer.withUnsafeBytes { write(UnsafeRawBufferPointer(rebasing: $0[..<filled])) }
    filled = 0
  }
}
