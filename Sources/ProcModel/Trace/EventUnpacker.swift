/// Gives back the events of a chunk that ``EventPacker`` has packed, one after the other.
struct EventUnpacker {
  private var bytes: UnsafeRawPointer
  private let threads: [ThreadKey]
  /// The threads and objects that the chunk has spoken of so far.
  private let members: UnsafeMutableBufferPointer<Member>
  private var memberCount = 0
  private let objects: UnsafeMutableBufferPointer<ObjectID>
  private var objectCount = 1
  private var current = 0
  private var object = ObjectID.none

  /// A thread, and the number that it had last.
  private struct Member {
    var thread: ThreadKey
    var number: UInt32
  }

  /// Hands an unpacker of the chunk at `bytes` to `body`; `threads` are those of its packer.
  static func open(
    _ bytes: UnsafeRawPointer, _ threads: [ThreadKey], _ body: (inout EventUnpacker) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Member.self, capacity: EventPacker.chunkLength) { members in
      withUnsafeTemporaryAllocation(of: ObjectID.self, capacity: ChunkObjects.most + 1) { objects in
        objects[0] = .none
        var unpacker = EventUnpacker(
          bytes: bytes, threads: threads, members: members, objects: objects)
        body(&unpacker)
      }
    }
  }

  /// The next event.
  @inline(__always)
  mutating func next(time: UInt64) -> Event {
    let (kind, fields) = start()
    let member = members[current]
    var event = Event(
      EventKind(rawValue: kind) ?? .note, pid: member.thread.pid, tid: member.thread.tid,
      number: member.number, time: time, object: object)
    if fields.contains(.flags) { event.flags = Event.Flags(rawValue: byte()) }
    if fields.contains(.value) {
      let bits = number()
      event.value = Int64(bitPattern: bits >> 1) ^ -Int64(bitPattern: bits & 1)
    }
    if fields.contains(.extra) { event.extra = number() &- 1 }
    if fields.contains(.text) { event.text = text() }
    if fields.contains(.detail) { event.detail = text() }
    return event
  }

  /// Passes the next event over.
  mutating func skip() {
    let (_, fields) = start()
    if fields.contains(.flags) { bytes += 1 }
    if fields.contains(.value) { _ = number() }
    if fields.contains(.extra) { _ = number() }
    if fields.contains(.text) { skipText() }
    if fields.contains(.detail) { skipText() }
  }

  /// Reads who, its number, and about what.
  @inline(__always)
  private mutating func start() -> (kind: UInt8, fields: PackedFields) {
    let kind = byte()
    let fields = PackedFields(rawValue: byte())
    if !fields.contains(.sameThread) {
      current = Int(byte())
      if current == memberCount {
        members[current] = Member(thread: threads[Int(number())], number: 0)
        memberCount += 1
      }
    }
    members[current].number =
      fields.contains(.number)
      ? UInt32(truncatingIfNeeded: number()) : members[current].number &+ 1
    if fields.contains(.object) { readObject() }
    return (kind, fields)
  }

  private mutating func readObject() {
    let place = Int(byte())
    if place == objectCount || place == ChunkObjects.most {
      objects[place] = ObjectID(
        rawValue: UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)))
      bytes += 8
      if place < ChunkObjects.most { objectCount += 1 }
    }
    object = objects[place]
  }

  @inline(__always)
  private mutating func byte() -> UInt8 {
    defer { bytes += 1 }
    return bytes.load(as: UInt8.self)
  }

  @inline(__always)
  private mutating func number() -> UInt64 {
    let first = byte()
    if first < 0x80 { return UInt64(first) }
    var number = UInt64(first & 0x7F)
    var shift: UInt64 = 7
    while true {
      let next = byte()
      number |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return number }
      shift += 7
    }
  }

  private mutating func skipText() { bytes += Int(number()) }

  private mutating func text() -> String {
    let count = Int(number())
    defer { bytes += count }
    return String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
