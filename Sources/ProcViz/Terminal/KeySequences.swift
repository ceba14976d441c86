/// What the keys of a terminal send, by its description (terminfo(5)).
struct KeySequences {
  private var meanings: [[UInt8]: Key?] = [:]
  private var beginnings: Set<[UInt8]> = []

  /// Adds a key, unless another one sends the same; nil: one that is nothing to us. Esc alone stays
  /// Esc, whatever a description makes of it.
  mutating func add(_ key: Key?, sending bytes: [UInt8]) {
    guard !bytes.isEmpty, bytes != [EscapeSequence.escape], meanings[bytes] == nil else { return }
    meanings[bytes] = .some(key)
    for length in 1..<bytes.count { beginnings.insert(Array(bytes.prefix(length))) }
  }

  /// The key at the beginning of these bytes, or its first half; nil: none.
  func reading(of bytes: ArraySlice<UInt8>) -> KeyDecoder.Reading? {
    var sequence: [UInt8] = []
    for byte in bytes {
      sequence.append(byte)
      if let key = meanings[sequence] { return .whole(sequence.count, key.map { .key($0) }) }
      guard beginnings.contains(sequence) else { return nil }
    }
    return .half
  }
}
