import Synchronization

/// The bytes of a queue in shared memory: records in a ring, each a serial number, a text for the
/// trace and a payload. It must only be accessed under the queue's mutex.
///
/// A process may be killed between any two instructions here. So a change first prepares the second
/// of two copies of the positions. Then it takes effect with one store, which says which copy
/// counts.
struct QueueRing: @unchecked Sendable {
  /// The positions, as they are after some change.
  struct Positions {
    /// Where the oldest record begins, bytes since the beginning of the queue.
    var head: UInt64 = 0
    /// Where the next record will begin.
    var tail: UInt64 = 0
    /// How many records there are.
    var count: UInt64 = 0
    /// The serial number of the newest record.
    var serial: UInt64 = 0
    /// How many records were put and have not been reported as processed.
    var unfinished: UInt64 = 0
  }

  /// The header before a record's text and payload.
  private struct RecordHeader {
    var serial: UInt64
    var textLength: UInt32
    var payloadLength: UInt32
  }

  /// A record that was taken out.
  struct Record {
    let serial: UInt64
    let text: String
    let payload: [UInt8]
  }

  /// Bytes that it takes: two copies of the positions, which of them counts, and the ring.
  static func byteCount(capacity: Int) -> Int { 128 + capacity }

  private let base: UnsafeMutableRawPointer
  private let capacity: Int

  /// The ring at this address; fresh memory is an empty one.
  init(at address: UnsafeMutableRawPointer, capacity: Int) {
    base = address
    self.capacity = capacity
  }

  /// The positions as they are now.
  var positions: Positions { copies[Int(current.pointee.load(ordering: .acquiring) & 1)] }

  /// How many bytes a record takes.
  static func length(text: Int, payload: Int) -> Int {
    (MemoryLayout<RecordHeader>.size + text + payload + 7) & ~7
  }

  /// Whether a record of this length ever fits.
  func canHold(_ length: Int) -> Bool { length <= capacity }

  /// Whether a record of this length fits now.
  func hasRoom(for length: Int) -> Bool {
    let now = positions
    return UInt64(length) <= UInt64(capacity) - (now.tail - now.head)
  }

  /// Writes a record after the last; it counts only after ``commit(_:)``.
  ///
  /// - Returns: the positions to commit.
  func prepare(serial: UInt64, text: [UInt8], payload: [UInt8]) -> Positions {
    var next = positions
    let header = RecordHeader(
      serial: serial, textLength: UInt32(text.count), payloadLength: UInt32(payload.count))
    let size = MemoryLayout<RecordHeader>.size
    withUnsafeBytes(of: header) { write($0, at: next.tail) }
    text.withUnsafeBytes { write($0, at: next.tail + UInt64(size)) }
    payload.withUnsafeBytes { write($0, at: next.tail + UInt64(size + text.count)) }
    next.tail += UInt64(Self.length(text: text.count, payload: payload.count))
    next.count += 1
    next.unfinished += 1
    next.serial = serial
    return next
  }

  /// Reads the oldest record; it is taken only after ``commit(_:)``.
  ///
  /// - Returns: the record and the positions to commit, or nil if there is none.
  func oldest() -> (record: Record, next: Positions)? {
    var next = positions
    if next.count == 0 { return nil }
    let size = MemoryLayout<RecordHeader>.size
    var header = RecordHeader(serial: 0, textLength: 0, payloadLength: 0)
    withUnsafeMutableBytes(of: &header) { read(into: $0, at: next.head) }
    let (textLength, payloadLength) = (Int(header.textLength), Int(header.payloadLength))
    let text = bytes(textLength, at: next.head + UInt64(size))
    let payload = bytes(payloadLength, at: next.head + UInt64(size + textLength))
    next.head += UInt64(Self.length(text: textLength, payload: payloadLength))
    next.count -= 1
    let record = Record(
      serial: header.serial, text: String(decoding: text, as: UTF8.self), payload: payload)
    return (record, next)
  }

  /// Makes a change take effect.
  func commit(_ next: Positions) {
    let other = (current.pointee.load(ordering: .relaxed) & 1) ^ 1
    copies[Int(other)] = next
    current.pointee.store(other, ordering: .releasing)
  }

  private var copies: UnsafeMutablePointer<Positions> {
    base.assumingMemoryBound(to: Positions.self)
  }

  private var current: UnsafeMutablePointer<Atomic<UInt32>> {
    (base + 112).assumingMemoryBound(to: Atomic<UInt32>.self)
  }

  private func bytes(_ count: Int, at position: UInt64) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      read(into: UnsafeMutableRawBufferPointer(buffer), at: position)
      initialized = count
    }
  }

  private func write(_ source: UnsafeRawBufferPointer, at position: UInt64) {
    pieces(source.count, at: position) { offset, place, length in
      place.copyMemory(
        from: source.baseAddress.map { $0 + offset } ?? UnsafeRawPointer(place), byteCount: length)
    }
  }

  private func read(into target: UnsafeMutableRawBufferPointer, at position: UInt64) {
    pieces(target.count, at: position) { offset, place, length in
      target.baseAddress?.advanced(by: offset).copyMemory(from: place, byteCount: length)
    }
  }

  /// The one or two stretches of the ring that `count` bytes from a position on take.
  private func pieces(
    _ count: Int, at position: UInt64, _ body: (Int, UnsafeMutableRawPointer, Int) -> Void
  ) {
    if count == 0 { return }
    let ring = base + 128
    let start = Int(position % UInt64(capacity))
    let first = min(count, capacity - start)
    body(0, ring + start, first)
    if first < count { body(first, ring, count - first) }
  }
}
