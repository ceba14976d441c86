/// Turns events into records of the event channel and back (docs/protocol.md, *Record*).
public enum RecordCodec {
  /// The most bytes that a record takes; a buffer of this size holds any.
  public static let longestRecord = RecordLayout.longestRecord
  /// The most bytes of `text` and of `detail`; longer texts are cut at a character's boundary.
  public static let longestText = RecordLayout.longestText

  /// Writes the record of `event` to the start of `buffer`.
  ///
  /// - Parameter buffer: room for at least ``longestRecord`` bytes.
  /// - Returns: the length of the record in bytes.
  public static func encode(_ event: Event, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    precondition(buffer.count >= longestRecord, "a record buffer holds \(longestRecord) bytes")
    guard let base = buffer.baseAddress else { return 0 }
    let header = RecordLayout.headerLength
    let textLength = copy(event.text, to: base + header)
    let detailLength = copy(event.detail, to: base + header + textLength)
    let length = header + textLength + detailLength

    // Whole words, as the check reads them: a load of what was stored in parts has to wait for them.
    func store(_ word: UInt64, at offset: Int) {
      base.storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt64.self)
    }
    func join(_ low: UInt32, _ high: UInt32) -> UInt64 { UInt64(low) | UInt64(high) << 32 }
    let kindAndFlags = UInt32(event.code) | UInt32(event.flags.rawValue) << 8
    store(join(RecordLayout.magic, UInt32(length) | kindAndFlags << 16), at: 0)
    store(join(0, UInt32(bitPattern: event.pid)), at: RecordLayout.checkOffset)
    store(join(UInt32(bitPattern: event.tid), event.number), at: RecordLayout.tidOffset)
    store(event.time, at: RecordLayout.timeOffset)
    store(event.object.rawValue, at: RecordLayout.objectOffset)
    store(UInt64(bitPattern: event.value), at: RecordLayout.valueOffset)
    store(event.extra, at: RecordLayout.extraOffset)
    let lengths = UInt32(textLength) | UInt32(detailLength) << 16
    base.storeBytes(
      of: lengths.littleEndian, toByteOffset: RecordLayout.textLengthOffset, as: UInt32.self)
    let check = RecordLayout.check(base, length: length)
    base.storeBytes(of: check.littleEndian, toByteOffset: RecordLayout.checkOffset, as: UInt32.self)
    return length
  }

  /// The record of `event` as bytes.
  public static func encode(_ event: Event) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: longestRecord) { buffer, count in
      count = encode(event, into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// What is at the start of some bytes.
  enum Decoded {
    /// A whole record of this length.
    case event(Event, length: Int)
    /// The start of what may become a record when more bytes come.
    case incomplete
    /// Nothing that is, or can become, a record.
    case malformed
  }

  /// Decodes the record at the start of `count` bytes.
  static func decode(_ base: UnsafeRawPointer, count: Int) -> Decoded {
    guard startsLikeMagic(base, count: count) else { return .malformed }
    guard count >= RecordLayout.lengthOffset + 2 else { return .incomplete }
    let length = Int(base.loadLittleEndian(UInt16.self, at: RecordLayout.lengthOffset))
    guard length >= RecordLayout.headerLength, length <= RecordLayout.longestRecord else {
      return .malformed
    }
    guard count >= length else { return .incomplete }
    let textLength = Int(base.loadLittleEndian(UInt16.self, at: RecordLayout.textLengthOffset))
    let detailLength = Int(base.loadLittleEndian(UInt16.self, at: RecordLayout.detailLengthOffset))
    guard textLength <= longestText, detailLength <= longestText,
      RecordLayout.headerLength + textLength + detailLength == length,
      base.loadLittleEndian(UInt32.self, at: RecordLayout.checkOffset)
        == RecordLayout.check(base, length: length),
      base.loadLittleEndian(UInt64.self, at: RecordLayout.timeOffset) <= RecordLayout.latestTime
    else { return .malformed }
    let code = base.load(fromByteOffset: RecordLayout.kindOffset, as: UInt8.self)
    // Any other number may be the kind of a newer speaker (docs/protocol.md, *Growing*).
    guard code != RecordLayout.noKind, code != RecordLayout.noteKind else { return .malformed }
    return .event(
      event(code, base, textLength: textLength, detailLength: detailLength), length: length)
  }

  /// The event of a record that has been checked.
  private static func event(
    _ code: UInt8, _ base: UnsafeRawPointer, textLength: Int, detailLength: Int
  ) -> Event {
    let texts = base + RecordLayout.headerLength
    return Event(
      code: code,
      pid: base.loadLittleEndian(Int32.self, at: RecordLayout.pidOffset),
      tid: base.loadLittleEndian(Int32.self, at: RecordLayout.tidOffset),
      number: base.loadLittleEndian(UInt32.self, at: RecordLayout.numberOffset),
      time: base.loadLittleEndian(UInt64.self, at: RecordLayout.timeOffset),
      object: ObjectID(rawValue: base.loadLittleEndian(UInt64.self, at: RecordLayout.objectOffset)),
      value: base.loadLittleEndian(Int64.self, at: RecordLayout.valueOffset),
      extra: base.loadLittleEndian(UInt64.self, at: RecordLayout.extraOffset),
      flags: Event.Flags(
        rawValue: base.load(fromByteOffset: RecordLayout.flagsOffset, as: UInt8.self)),
      text: string(texts, count: textLength),
      detail: string(texts + textLength, count: detailLength))
  }

  /// Whether the bytes agree with the magic, as far as they go.
  private static func startsLikeMagic(_ base: UnsafeRawPointer, count: Int) -> Bool {
    if count >= 4 { return base.loadLittleEndian(UInt32.self, at: 0) == RecordLayout.magic }
    return (0..<count).allSatisfy {
      base.load(fromByteOffset: $0, as: UInt8.self)
        == UInt8(truncatingIfNeeded: RecordLayout.magic >> (UInt32($0) * 8))
    }
  }

  /// A text of the record; invalid UTF-8 is repaired.
  private static func string(_ base: UnsafeRawPointer, count: Int) -> String {
    if count == 0 { return "" }
    let text = String(decoding: UnsafeRawBufferPointer(start: base, count: count), as: UTF8.self)
    // Repaired, a text may have become longer than a record can hold.
    return text.utf8.count <= longestText ? text : pieces(of: text)[0]
  }

  /// Copies the UTF-8 of `text`, cut at a character's boundary if it is too long.
  ///
  /// - Returns: the number of bytes copied.
  private static func copy(_ text: String, to target: UnsafeMutableRawPointer) -> Int {
    if text.isEmpty { return 0 }
    var text = text
    return text.withUTF8 { bytes in
      guard let source = bytes.baseAddress else { return 0 }
      var count = min(bytes.count, longestText)
      if count < bytes.count {
        // Continuation bytes are 10xxxxxx: step back to the start of the character that is cut.
        while count > 0, bytes[count] & 0xC0 == 0x80 { count -= 1 }
      }
      target.copyMemory(from: source, byteCount: count)
      return count
    }
  }
}
