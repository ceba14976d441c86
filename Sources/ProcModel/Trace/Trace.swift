/// All events of a run, in channel order; their times never decrease.
///
/// Full chunks of events are packed (``EventPacker``), about a dozen bytes an event; the newest few
/// are not packed. Times are stored separately, so that a moment is found without unpacking.
public struct Trace: Sendable, RandomAccessCollection {
  /// The bytes of whole chunks: a segment holds several chunks, and no chunk lies in two.
  private var segments: [[UInt8]] = []
  /// Where each chunk starts: its segment, and its place in it.
  private var chunks = SegmentedArray<UInt64>()
  private var clock = TraceClock()
  private var packer = EventPacker()
  /// The events that do not fill a chunk yet.
  private var newest: [Event] = []
  private var lastTime: UInt64 = 0
  /// A timestamp this far ahead of the one before cannot come from a clock of this run: 30 days.
  private static let farthest: UInt64 = 30 * 24 * 3_600_000_000_000
  /// How many bytes make a segment.
  private static let segmentLength = 1 << 18

  /// An empty trace.
  public init() {}

  /// The first place.
  public var startIndex: Int { 0 }
  /// The place after the last event: how many there are.
  public var endIndex: Int { packedCount + newest.count }
  /// The event at a place (`seq`).
  public subscript(seq: Int) -> Event {
    let packed = packedCount
    if seq >= packed { return newest[seq - packed] }
    var event: Event?
    unpack(seq / EventPacker.chunkLength, last: seq % EventPacker.chunkLength) { event = $0 }
    guard let event else { preconditionFailure("a chunk lacks an event") }
    return event
  }

  /// How many events are packed.
  private var packedCount: Int { chunks.count * EventPacker.chunkLength }

  /// The time of the event at a place, nanoseconds of the trace's clock.
  @inline(__always)
  public func time(of seq: Int) -> UInt64 {
    let packed = packedCount
    return seq < packed ? clock.time(of: seq) : newest[seq - packed].time
  }

  /// The times of all events, for many look-ups.
  var times: Times { Times(clock: clock, newest: newest, packedCount: packedCount) }

  /// The time of each event, nanoseconds of the trace's clock.
  struct Times {
    fileprivate let clock: TraceClock
    fileprivate let newest: [Event]
    fileprivate let packedCount: Int

    @inline(__always)
    subscript(seq: Int) -> UInt64 {
      seq < packedCount ? clock.time(of: seq) : newest[seq - packedCount].time
    }
  }

  /// Adds the next event of the channel, and returns it as it is stored.
  ///
  /// The channel's order counts. A timestamp is taken a moment before its event is written, so the
  /// timestamps of two processes may be in the other order. A timestamp earlier than the one before
  /// is raised to it, and one that is absurdly far ahead is lowered to it.
  @inline(__always)
  mutating func append(_ event: inout Event) {
    if !isEmpty, event.time < lastTime || event.time - lastTime > Self.farthest {
      event.time = lastTime
    }
    lastTime = event.time
    if newest.isEmpty { newest.reserveCapacity(EventPacker.chunkLength) }
    newest.append(event)
    if newest.count == EventPacker.chunkLength { pack() }
  }

  private mutating func pack() {
    clock.append(newest)
    if segments.isEmpty || segments[segments.count - 1].count >= Self.segmentLength {
      segments.append([])
      segments[segments.count - 1].reserveCapacity(Self.segmentLength + (1 << 12))
    }
    let segment = segments.count - 1
    chunks.append(UInt64(segment) << 32 | UInt64(segments[segment].count))
    packer.pack(newest, to: &segments[segment])
    newest.removeAll(keepingCapacity: true)
  }

  /// Passes on the events of a chunk from `first` to `last`, counted within it.
  private func unpack(_ chunk: Int, first: Int? = nil, last: Int, _ body: (Event) -> Void) {
    let place = chunks[chunk]
    segments[Int(place >> 32)].withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      let first = first ?? last
      EventUnpacker.open(base + Int(place & 0xFFFF_FFFF), packer.threads) { unpacker in
        for _ in 0..<first { unpacker.skip() }
        for place in first...last {
          body(unpacker.next(time: clock.time(of: chunk * EventPacker.chunkLength + place)))
        }
      }
    }
  }

  /// Passes on the events at some places, in order.
  public func forEach(in places: Range<Int>, _ body: (Event) -> Void) {
    let length = EventPacker.chunkLength
    let packed = packedCount
    var seq = places.lowerBound
    while seq < Swift.min(places.upperBound, packed) {
      let chunk = seq / length
      let last = Swift.min(places.upperBound - 1 - chunk * length, length - 1)
      unpack(chunk, first: seq % length, last: last, body)
      seq = chunk * length + last + 1
    }
    while seq < places.upperBound {
      body(newest[seq - packed])
      seq += 1
    }
  }

  /// How many events have happened at `time` (nanoseconds of the trace's clock), that time
  /// included.
  public func count(upTo time: UInt64) -> Int {
    let count = clock.count(upTo: time)
    return count < packedCount ? count : count + newest.partitioningIndex { $0.time > time }
  }

  /// Goes through the events chunk by chunk.
  public struct Iterator: IteratorProtocol {
    private let trace: Trace
    private var seq = 0
    private var chunk: [Event] = []
    private var place = 0

    fileprivate init(_ trace: Trace) { self.trace = trace }

    /// The next event, or nil at the end.
    public mutating func next() -> Event? {
      if place == chunk.count {
        chunk.removeAll(keepingCapacity: true)
        place = 0
        let end = Swift.min(seq + EventPacker.chunkLength, trace.count)
        trace.forEach(in: seq..<end) { chunk.append($0) }
        seq = end
        if chunk.isEmpty { return nil }
      }
      defer { place += 1 }
      return chunk[place]
    }
  }

  /// The events from the first on.
  public func makeIterator() -> Iterator { Iterator(self) }
}
