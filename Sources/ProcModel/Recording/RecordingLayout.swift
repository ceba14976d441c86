/// The layout of a recording's header, as docs/recordings.md defines it.
enum RecordingLayout {
  /// No text begins like this, and it shows whether line ends were changed or a byte lost its top
  /// bit on the way (like PNG's): 0x89 `P` `V` `R`, CR LF, Ctrl-Z, LF.
  static let magic: [UInt8] = [0x89, 0x50, 0x56, 0x52, 0x0D, 0x0A, 0x1A, 0x0A]
  /// The version that this program writes, and the newest that it reads.
  static let version: UInt16 = 1
  static let versionOffset = 8
  static let lengthOffset = 12
  static let checkOffset = 16
  /// Bytes before the fields.
  static let fixedLength = 20
  /// The most bytes of a header, the fixed ones included.
  static let longestHeader = 65_536
  /// The most bytes of the fields.
  static let longestFields = longestHeader - fixedLength

  /// Flag of a note: the next note goes on with its value.
  static let continues: UInt8 = 1
  /// The most bytes of a value that is split over several notes.
  static let longestValue = 1 << 22

  /// The check of a header: over version and length (8 bytes), then the fields, padded with zeros to
  /// a multiple of 8.
  static func check(_ header: UnsafeRawPointer, fieldsLength: Int) -> UInt32 {
    var sum: UInt64 = 0x9E37_79B9_7F4A_7C15
    func mix(_ word: UInt64) {
      sum = (sum ^ word) &* 0xD6E8_FEB8_6659_FD93
      sum ^= sum >> 32
    }
    mix(header.loadLittleEndian(UInt64.self, at: versionOffset))
    let fields = header + fixedLength
    for start in stride(from: 0, to: fieldsLength, by: 8) {
      var word: UInt64 = 0
      for index in start..<min(start + 8, fieldsLength) {
        word |= UInt64(fields.load(fromByteOffset: index, as: UInt8.self)) << ((index - start) * 8)
      }
      mix(word)
    }
    return UInt32(truncatingIfNeeded: sum)
  }
}
