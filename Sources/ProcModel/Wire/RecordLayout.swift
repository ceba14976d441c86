/// Where the fields of a record stand; docs/protocol.md, *Record*, is the authority.
enum RecordLayout {
  /// The bytes `P` `V` `Z` `1`, read as a little-endian number.
  static let magic: UInt32 = 0x315A_5650
  static let lengthOffset = 4
  static let kindOffset = 6
  static let flagsOffset = 7
  static let checkOffset = 8
  static let pidOffset = 12
  static let tidOffset = 16
  static let numberOffset = 20
  static let timeOffset = 24
  static let objectOffset = 32
  static let valueOffset = 40
  static let extraOffset = 48
  static let textLengthOffset = 56
  static let detailLengthOffset = 58
  /// The number that no kind has.
  static let noKind: UInt8 = 0
  /// The number of the notes of recordings, which never come through a channel.
  static let noteKind: UInt8 = 255
  /// Bytes before the texts: also the length of the shortest record.
  static let headerLength = 60
  /// The most bytes of one text.
  static let longestText = 1024
  /// The most bytes of a record: `PIPE_BUF`, up to which a write to a pipe is atomic.
  static let longestRecord = 4096
  /// The latest time of an event: 146 years after the start of the system. No clock gets there, and
  /// a few times can be added without overflow.
  static let latestTime = UInt64(1) << 62 - 1

  /// The check of a record of `length` bytes, its check field taken as 0.
  ///
  /// Each step is a bijection of the sum for a fixed word and of the word for a fixed sum, so that
  /// one changed word always changes the 64-bit sum.
  static func check(_ record: UnsafeRawPointer, length: Int) -> UInt32 {
    var sum: UInt64 = 0x9E37_79B9_7F4A_7C15
    func mix(_ word: UInt64) {
      sum = (sum ^ word) &* 0xD6E8_FEB8_6659_FD93
      sum ^= sum >> 32
    }
    // The second word is the check field and the pid: the check counts as 0.
    mix(record.loadLittleEndian(UInt64.self, at: 0))
    mix(record.loadLittleEndian(UInt64.self, at: 8) & 0xFFFF_FFFF_0000_0000)
    var offset = 16
    while offset &+ 8 <= length {
      mix(record.loadLittleEndian(UInt64.self, at: offset))
      offset &+= 8
    }
    if offset < length {
      var word: UInt64 = 0
      var shift: UInt64 = 0
      // A record without texts ends in half a word.
      if offset &+ 4 <= length {
        word = UInt64(record.loadLittleEndian(UInt32.self, at: offset))
        offset &+= 4
        shift = 32
      }
      while offset < length {
        word |= UInt64(record.load(fromByteOffset: offset, as: UInt8.self)) << shift
        offset &+= 1
        shift &+= 8
      }
      mix(word)
    }
    return UInt32(truncatingIfNeeded: sum)
  }
}

extension UnsafeRawPointer {
  /// The number at `offset`, which need not be aligned.
  func loadLittleEndian<T: FixedWidthInteger & BitwiseCopyable>(_ type: T.Type, at offset: Int) -> T
  {
    T(littleEndian: loadUnaligned(fromByteOffset: offset, as: type))
  }
}
