/// Reads the events of a chunk that ``EventPacker`` has packed, one after the other.
struct EventUnpacker {
  private var bytes: UnsafeRawPointer
  private let threads: [ThreadKey]
  /// The threads and objects that have occurred in the chunk so far.
  private let members: UnsafeMutableBufferPointer<Member>
  private var memberCount = 0
  private let objects: UnsafeMutableBufferPointer<ObjectID>
  private var objectCount = 1
  /// The last value and extra of each kind.
  private let kinds: UnsafeMutableBufferPointer<KindNumbers>
  private var texts: ChunkTexts
  private var current = 0
  private var object = ObjectID.none

  /// A thread, and its last sequence number.
  private struct Member {
    var thread: ThreadKey
    var number: UInt32
  }

  /// Calls `body` with an unpacker of the chunk at `bytes`; `threads` are those of its packer.
  static func open(
    _ bytes: UnsafeRawPointer, _ threads: [ThreadKey], _ body: (inout EventUnpacker) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Member.self, capacity: EventPacker.chunkLength) { members in
      withUnsafeTemporaryAllocation(of: ObjectID.self, capacity: ChunkObjects.most + 1) { objects in
        objects[0] = .none
        withUnsafeTemporaryAllocation(of: KindNumbers.self, capacity: KindNumbers.count) {
          kinds in
          kinds.initialize(repeating: KindNumbers())
          ChunkTexts.open(bytes) { texts in
            var unpacker = EventUnpacker(
              bytes: bytes, threads: threads, members: members, objects: objects, kinds: kinds,
              texts: texts)
            body(&unpacker)
          }
        }
      }
    }
  }

  /// The next event.
  @inline(__always)
  mutating func next(time: UInt64) -> Event {
    let (kind, fields) = start()
    let member = members[current]
    var event = Event(
      code: kind, pid: member.thread.pid, tid: member.thread.tid, number: member.number, time: time,
      object: object, value: 0, extra: 0, flags: [], text: "", detail: "")
    if fields.contains(.flags) { event.flags = Event.Flags(rawValue: byte()) }
    readNumbers(kind, fields)
    event.value = kinds[KindNumbers.place(kind)].value
    event.extra = kinds[KindNumbers.place(kind)].extra
    if fields.contains(.text) { event.text = text(of: kind, isDetail: false) }
    if fields.contains(.detail) { event.detail = text(of: kind, isDetail: true) }
    return event
  }

  /// Skips the next event.
  mutating func skip() {
    let (kind, fields) = start()
    if fields.contains(.flags) { bytes += 1 }
    readNumbers(kind, fields)
    if fields.contains(.text) { _ = numberedText(of: kind, isDetail: false) }
    if fields.contains(.detail) { _ = numberedText(of: kind, isDetail: true) }
  }

  /// Reads by how much `value` and `extra` differ from those of the last event of the kind.
  @inline(__always)
  private mutating func readNumbers(_ kind: UInt8, _ fields: PackedFields) {
    if fields.contains(.value) { kinds[KindNumbers.place(kind)].value &+= signed() }
    if fields.contains(.extra) {
      kinds[KindNumbers.place(kind)].extra &+= UInt64(bitPattern: signed())
    }
  }

  @inline(__always)
  private mutating func signed() -> Int64 {
    zigzag(number())
  }

  @inline(__always)
  private func zigzag(_ bits: UInt64) -> Int64 {
    Int64(bitPattern: bits >> 1) ^ -Int64(bitPattern: bits & 1)
  }

  /// Reads the thread, its sequence number, and the object.
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

  private mutating func text(of kind: UInt8, isDetail: Bool) -> String {
    numberedText(of: kind, isDetail: isDetail).text(texts.base)
  }

  private mutating func numberedText(of kind: UInt8, isDetail: Bool) -> NumberedText {
    let slot = ChunkTexts.slot(kind, isDetail: isDetail)
    let number = number()
    switch number & 3 {
    case ChunkTexts.Form.recent: return texts.refer(to: Int(number >> 2), in: slot)
    case ChunkTexts.Form.numbered: return texts.add(zigzag(number >> 2), in: slot)
    default:
      let length = Int(number >> 2)
      defer { bytes += length }
      return texts.spell(offset: bytes - texts.base, length: length, in: slot)
    }
  }
}
