/// A record of a recording that is not an event: a key and a value (docs/recordings.md, *Notes*).
struct RecordingNote: Sendable, Hashable {
  var key: String
  /// The value, or a piece of it.
  var value: String
  /// Whether the next note continues the value.
  var continues = false

  /// The key of the note that ends a recording.
  static let endKey = "end"
  /// The key of the note that says that no lane will move any more; its value: the lanes that
  /// could, but only to poll again without learning anything.
  static let concludedKey = "concluded"

  /// A note.
  init(_ key: String, _ value: String) {
    self.key = key
    self.value = value
  }

  /// Writes it as records to the end of `bytes`; a long value takes several.
  func append(to bytes: inout [UInt8]) {
    let pieces = value.isEmpty ? [""] : RecordCodec.pieces(of: value)
    for (index, piece) in pieces.enumerated() {
      let flags = index + 1 < pieces.count ? RecordingLayout.continues : 0
      var record = RecordCodec.encode(
        Event(.note, flags: Event.Flags(rawValue: flags), text: key, detail: piece))
      record[RecordLayout.kindOffset] = RecordLayout.noteKind
      let check = record.withUnsafeBytes { buffer in
        buffer.baseAddress.map { RecordLayout.check($0, length: buffer.count) } ?? 0
      }
      for place in 0..<4 {
        record[RecordLayout.checkOffset + place] = UInt8(truncatingIfNeeded: check >> (8 * place))
      }
      bytes += record
    }
  }

  /// The note at the start of `count` bytes, and its length; nil where there is none.
  static func decode(_ base: UnsafeRawPointer, count: Int) -> (note: RecordingNote, length: Int)? {
    guard count >= RecordLayout.headerLength,
      base.loadLittleEndian(UInt32.self, at: 0) == RecordLayout.magic,
      base.load(fromByteOffset: RecordLayout.kindOffset, as: UInt8.self)
        == RecordLayout.noteKind
    else { return nil }
    let length = Int(base.loadLittleEndian(UInt16.self, at: RecordLayout.lengthOffset))
    let text = Int(base.loadLittleEndian(UInt16.self, at: RecordLayout.textLengthOffset))
    let detail = Int(base.loadLittleEndian(UInt16.self, at: RecordLayout.detailLengthOffset))
    guard length <= count, length == RecordLayout.headerLength + text + detail,
      base.loadLittleEndian(UInt32.self, at: RecordLayout.checkOffset)
        == RecordLayout.check(base, length: length)
    else { return nil }
    func string(at offset: Int, count: Int) -> String {
      String(decoding: UnsafeRawBufferPointer(start: base + offset, count: count), as: UTF8.self)
    }
    var note = RecordingNote(
      string(at: RecordLayout.headerLength, count: text),
      string(at: RecordLayout.headerLength + text, count: detail))
    let flags = base.load(fromByteOffset: RecordLayout.flagsOffset, as: UInt8.self)
    note.continues = flags & RecordingLayout.continues != 0
    return (note, length)
  }
}
