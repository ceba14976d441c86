/// Reads the bytes of an event channel record by record, and says what is wrong with those that are
/// none: where ``RecordReader`` goes on as well as it can, this one explains.
public struct ChannelScanner: Sendable {
  /// What the channel brought.
  public enum Piece: Sendable {
    case event(Event)
    /// No record begins where one had to, so many bytes from the start of the channel.
    case malformed(offset: Int, reason: Localized)
  }

  private var pending: [UInt8] = []
  private var offset = 0
  private var isInMalformedStretch = false

  /// A scanner at the start of a channel.
  public init() {}

  /// Takes the next bytes.
  public mutating func read(_ bytes: [UInt8], _ body: (Piece) -> Void) {
    pending += bytes
    scan(isComplete: false, body)
  }

  /// Nothing more comes: what is incomplete now is no record.
  public mutating func finish(_ body: (Piece) -> Void) { scan(isComplete: true, body) }

  private mutating func scan(isComplete: Bool, _ body: (Piece) -> Void) {
    var place = 0
    let bytes = pending
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      while place < buffer.count {
        switch RecordCodec.decode(base + place, count: buffer.count - place) {
        case .event(let event, let length):
          isInMalformedStretch = false
          body(.event(event))
          place += length
        case .incomplete where !isComplete: return
        case .incomplete, .malformed:
          tell(UnsafeRawBufferPointer(rebasing: buffer[place...]), at: offset + place, body)
          let first = UInt8(truncatingIfNeeded: RecordLayout.magic)
          place = buffer[(place + 1)...].firstIndex(of: first) ?? buffer.count
        }
      }
    }
    pending.removeFirst(place)
    offset += place
  }

  private mutating func tell(
    _ bytes: UnsafeRawBufferPointer, at place: Int, _ body: (Piece) -> Void
  ) {
    if isInMalformedStretch { return }
    isInMalformedStretch = true
    body(.malformed(offset: place, reason: Self.fault(of: bytes)))
  }

  /// The first thing that is wrong with a record.
  private static func fault(of bytes: UnsafeRawBufferPointer) -> Localized {
    guard let base = bytes.baseAddress, bytes.count >= 4,
      base.loadLittleEndian(UInt32.self, at: 0) == RecordLayout.magic
    else { return Localized(zh: "没有以 PVZ1 开头", en: "it does not begin with the bytes PVZ1") }
    guard bytes.count >= RecordLayout.headerLength else {
      return Localized(zh: "在 60 字节的开头部分就断了", en: "it breaks off within its first 60 bytes")
    }
    let length = Int(base.loadLittleEndian(UInt16.self, at: RecordLayout.lengthOffset))
    let text = Int(base.loadLittleEndian(UInt16.self, at: RecordLayout.textLengthOffset))
    let detail = Int(base.loadLittleEndian(UInt16.self, at: RecordLayout.detailLengthOffset))
    if !(RecordLayout.headerLength...RecordLayout.longestRecord).contains(length) {
      return Localized(
        zh: "长度 \(length) 不在 60 … 4096 之间", en: "its length \(length) is not 60 … 4096")
    }
    if max(text, detail) > RecordLayout.longestText {
      return Localized(zh: "文字超过 1024 字节", en: "a text of it is longer than 1024 bytes")
    }
    if length != RecordLayout.headerLength + text + detail {
      return Localized(
        zh: "长度 \(length) 不等于 60 + \(text) + \(detail)",
        en: "its length \(length) is not 60 + \(text) + \(detail)")
    }
    if bytes.count < length { return Localized(zh: "没有写完", en: "it was not written to its end") }
    return contentFault(base, length)
  }

  private static func contentFault(_ base: UnsafeRawPointer, _ length: Int) -> Localized {
    let told = base.loadLittleEndian(UInt32.self, at: RecordLayout.checkOffset)
    let check = RecordLayout.check(base, length: length)
    if told != check {
      return Localized(
        zh: "校验值是 \(told)，应为 \(check)", en: "its check is \(told) and should be \(check)")
    }
    let kind = base.load(fromByteOffset: RecordLayout.kindOffset, as: UInt8.self)
    if kind == RecordLayout.noKind || kind == RecordLayout.noteKind {
      return Localized(zh: "没有编号为 \(kind) 的种类", en: "no kind has the number \(kind)")
    }
    return Localized(zh: "时间不小于 2⁶²", en: "its time is not less than 2⁶²")
  }
}
