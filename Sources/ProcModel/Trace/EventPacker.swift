/// Packs a chunk of events into few bytes. What an event has in common with an earlier one costs
/// nothing or little: the thread, the sequence number, the object, the numbers and texts. Times are
/// stored elsewhere.
///
/// An event is two bytes, its kind and its ``PackedFields``, and then these fields in order.
/// Numbers are LEB128 (the lower seven bits first); `value` and `extra` are differences from the
/// last event of the same kind in the chunk, zigzag. Threads and objects are numbered within the
/// chunk; a new one is written in full. Texts are given as ``ChunkTexts`` says.
struct EventPacker: Sendable {
  /// How many events make a chunk.
  static let chunkLength = 64

  /// All threads that ever reported, by number.
  private(set) var threads: [ThreadKey] = []
  private var numberOfThread: [ThreadKey: Int] = [:]
  private var book = ChunkBook()

  /// Appends the bytes of a chunk to `segment`.
  mutating func pack(_ events: [Event], to segment: inout [UInt8]) {
    book.clear()
    let most = events.reduce(0) { $0 + Self.most(of: $1) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: most) { bytes in
      guard let start = bytes.baseAddress else { return }
      var writer = ByteWriter(place: start)
      ChunkTexts.open(start) { texts in
        var texts = texts
        for event in events { pack(event, &texts, &writer) }
      }
      segment.append(contentsOf: UnsafeBufferPointer(start: start, count: writer.place - start))
    }
  }

  /// More bytes than any event takes.
  private static func most(of event: Event) -> Int {
    64 + event.text.utf8.count + event.detail.utf8.count
  }

  @inline(__always)
  private mutating func pack(
    _ event: Event, _ texts: inout ChunkTexts, _ writer: inout ByteWriter
  ) {
    let key = ThreadKey(pid: event.pid, tid: event.tid)
    var fields = PackedFields()
    let isSameThread = book.isCurrent(key)
    if isSameThread { fields.insert(.sameThread) }
    let (thread, isNewThread) = isSameThread ? (book.current, false) : book.find(key)
    if isNewThread || book.nextNumber(thread) != event.number { fields.insert(.number) }
    let isSameObject = book.isCurrent(event.object)
    if !isSameObject { fields.insert(.object) }
    if event.flags != [] { fields.insert(.flags) }
    let expected = book.expect(event)
    let value = event.value &- expected.value
    let extra = Int64(bitPattern: event.extra &- expected.extra)
    if value != 0 { fields.insert(.value) }
    if extra != 0 { fields.insert(.extra) }
    if !event.text.isEmpty { fields.insert(.text) }
    if !event.detail.isEmpty { fields.insert(.detail) }

    writer.append(event.code)
    writer.append(fields.rawValue)
    if !isSameThread {
      writer.append(UInt8(truncatingIfNeeded: thread))
      if isNewThread { writer.append(number: UInt64(number(of: key))) }
    }
    if fields.contains(.number) { writer.append(number: UInt64(event.number)) }
    book.note(thread, event.number)
    if !isSameObject { append(event.object, &writer) }
    if event.flags != [] { writer.append(event.flags.rawValue) }
    if value != 0 { writer.append(signed: value) }
    if extra != 0 { writer.append(signed: extra) }
    if !event.text.isEmpty {
      writer.append(event.text, &texts, ChunkTexts.slot(event.code, isDetail: false))
    }
    if !event.detail.isEmpty {
      writer.append(event.detail, &texts, ChunkTexts.slot(event.code, isDetail: true))
    }
  }

  private mutating func number(of key: ThreadKey) -> Int {
    if let number = numberOfThread[key] { return number }
    numberOfThread[key] = threads.count
    threads.append(key)
    return threads.count - 1
  }

  private mutating func append(_ object: ObjectID, _ writer: inout ByteWriter) {
    let (place, isNew) = book.find(object)
    writer.append(UInt8(truncatingIfNeeded: place))
    if isNew { writer.append(word: object.rawValue) }
  }
}

/// Writes one byte after the other.
private struct ByteWriter {
  var place: UnsafeMutablePointer<UInt8>

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    place.pointee = byte
    place += 1
  }

  @inline(__always)
  mutating func append(number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  @inline(__always)
  mutating func append(signed: Int64) {
    append(number: zigzag(signed))
  }

  mutating func append(word: UInt64) {
    UnsafeMutableRawPointer(place).storeBytes(of: word.littleEndian, as: UInt64.self)
    place += 8
  }

  /// A text, in the form that takes the fewest bytes.
  mutating func append(_ text: String, _ texts: inout ChunkTexts, _ slot: Int) {
    var text = text
    text.withUTF8 { bytes in append(UnsafeRawBufferPointer(bytes), &texts, slot) }
  }

  private mutating func append(
    _ text: UnsafeRawBufferPointer, _ texts: inout ChunkTexts, _ slot: Int
  ) {
    let difference = texts.difference(text, in: slot)
    let isNear = difference.map { $0.magnitude < 16 } ?? false
    if !isNear, let place = texts.place(of: text) {
      append(number: UInt64(place) << 2 | ChunkTexts.Form.recent)
      _ = texts.refer(to: place, in: slot)
    } else if let difference {
      append(number: zigzag(difference) << 2 | ChunkTexts.Form.numbered)
      _ = texts.add(difference, in: slot)
    } else {
      append(number: UInt64(text.count) << 2 | ChunkTexts.Form.spelt)
      let offset = UnsafeRawPointer(place) - texts.base
      UnsafeMutableRawBufferPointer(start: place, count: text.count).copyMemory(from: text)
      place += text.count
      _ = texts.spell(offset: offset, length: text.count, in: slot)
    }
  }

  private func zigzag(_ number: Int64) -> UInt64 {
    UInt64(bitPattern: (number << 1) ^ (number >> 63))
  }
}

/// Which fields of a packed event follow its first two bytes, in the order of the bits. Without
/// `sameThread`, the thread comes first.
struct PackedFields: OptionSet {
  let rawValue: UInt8
  static let sameThread = PackedFields(rawValue: 1)
  static let number = PackedFields(rawValue: 2)
  static let object = PackedFields(rawValue: 4)
  static let flags = PackedFields(rawValue: 8)
  static let value = PackedFields(rawValue: 16)
  static let extra = PackedFields(rawValue: 32)
  static let text = PackedFields(rawValue: 64)
  static let detail = PackedFields(rawValue: 128)
}

/// How a chunk numbers its objects.
enum ChunkObjects {
  /// The most that are remembered; 0 is no object. This number precedes an object that is not
  /// remembered.
  static let most = 64
}

/// The `value` and `extra` of an event.
struct KindNumbers {
  var value: Int64 = 0
  var extra: UInt64 = 0

  /// How many are remembered: one for each kind, as long as all known kinds are below this.
  static let count = 128

  /// The place of those of a kind. A kind that is not known may share it with another.
  @inline(__always)
  static func place(_ code: UInt8) -> Int { Int(code) & (count - 1) }
}

/// What has occurred in a chunk so far.
private struct ChunkBook {
  private var threads: [ThreadKey] = []
  private var numbers: [UInt32] = []
  private var objects: [ObjectID] = []
  private(set) var current = 0
  private var currentObject = ObjectID.none
  /// The last value and extra of each kind.
  private var numbersOfKind = [KindNumbers](repeating: KindNumbers(), count: KindNumbers.count)

  /// Begins a chunk.
  mutating func clear() {
    for kind in 0..<KindNumbers.count { numbersOfKind[kind] = KindNumbers() }
    threads.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    objects.removeAll(keepingCapacity: true)
    objects.append(.none)
    current = 0
    currentObject = .none
  }

  func isCurrent(_ key: ThreadKey) -> Bool { !threads.isEmpty && threads[current] == key }
  func isCurrent(_ object: ObjectID) -> Bool { currentObject == object }
  func nextNumber(_ thread: Int) -> UInt32 { numbers[thread] &+ 1 }

  /// The place of a thread, and whether it is new.
  mutating func find(_ key: ThreadKey) -> (Int, Bool) {
    if let place = threads.firstIndex(of: key) { return (place, false) }
    threads.append(key)
    numbers.append(0)
    return (threads.count - 1, true)
  }

  /// The place of an object, and whether it has to be written in full.
  mutating func find(_ object: ObjectID) -> (Int, Bool) {
    currentObject = object
    if let place = objects.firstIndex(of: object) { return (place, false) }
    guard objects.count < ChunkObjects.most else { return (ChunkObjects.most, true) }
    objects.append(object)
    return (objects.count - 1, true)
  }

  /// The numbers of the last event of the same kind; those of this event replace them.
  @inline(__always)
  mutating func expect(_ event: Event) -> KindNumbers {
    let place = KindNumbers.place(event.code)
    defer { numbersOfKind[place] = KindNumbers(value: event.value, extra: event.extra) }
    return numbersOfKind[place]
  }

  /// A thread has reported the event of this number.
  mutating func note(_ thread: Int, _ number: UInt32) {
    current = thread
    numbers[thread] = number
  }
}
