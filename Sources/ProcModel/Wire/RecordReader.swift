/// Reads events out of a stream of bytes that comes in pieces; any other bytes in it do no harm.
///
/// A record that does not check is skipped up to the next magic; each such stretch counts as one
/// malformed record. Memory is bounded: what is kept between pieces is less than one record.
public struct RecordReader: Sendable {
  /// How many stretches of bytes were not records.
  public private(set) var malformedCount = 0
  /// The start of a record whose rest has not come yet.
  private var pending: [UInt8] = []
  /// Whether the last bytes were not a record, so that more of them belong to the same stretch.
  private var isInMalformedStretch = false

  /// A reader at the start of a stream.
  public init() {}

  /// How many bytes wait for the rest of their record.
  public var pendingCount: Int { pending.count }

  /// Reads the next piece of the stream, and passes every complete event to `body`.
  public mutating func read(_ piece: UnsafeRawBufferPointer, _ body: (Event) -> Void) {
    if pending.isEmpty {
      pending = consume(piece, body)
    } else {
      var joined = pending
      joined.append(contentsOf: piece)
      pending = joined.withUnsafeBytes { consume($0, body) }
    }
  }

  /// The events that the next piece of the stream completes.
  public mutating func read(_ piece: [UInt8]) -> [Event] {
    var events: [Event] = []
    piece.withUnsafeBytes { bytes in read(bytes) { events.append($0) } }
    return events
  }

  /// Gives up the pending bytes as the start of a record: nothing more comes for now, and a writer
  /// writes each record whole. The events found after them go to `body`.
  public mutating func giveUpPending(_ body: (Event) -> Void) {
    while !pending.isEmpty {
      countMalformed()
      pending = pending.withUnsafeBytes { bytes in
        let next = Self.nextCandidate(in: bytes, after: 0)
        return consume(UnsafeRawBufferPointer(rebasing: bytes[next...]), body)
      }
    }
    isInMalformedStretch = false
  }

  /// Passes on the whole records of `bytes`.
  ///
  /// - Returns: the bytes at the end that may be the start of a record.
  private mutating func consume(_ bytes: UnsafeRawBufferPointer, _ body: (Event) -> Void) -> [UInt8]
  {
    guard let base = bytes.baseAddress else { return [] }
    var offset = 0
    while offset < bytes.count {
      switch RecordCodec.decode(base + offset, count: bytes.count - offset) {
      case .event(let event, let length):
        isInMalformedStretch = false
        body(event)
        offset += length
      case .incomplete:
        return [UInt8](bytes[offset...])
      case .malformed:
        countMalformed()
        offset = Self.nextCandidate(in: bytes, after: offset)
      }
    }
    return []
  }

  /// Counts a stretch of malformed bytes, once.
  private mutating func countMalformed() {
    if !isInMalformedStretch { malformedCount += 1 }
    isInMalformedStretch = true
  }

  /// The next place after `offset` where the first byte of the magic stands, or the end.
  private static func nextCandidate(in bytes: UnsafeRawBufferPointer, after offset: Int) -> Int {
    let first = UInt8(truncatingIfNeeded: RecordLayout.magic)
    return bytes[(offset + 1)...].firstIndex(of: first) ?? bytes.count
  }
}
