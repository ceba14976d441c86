import CNcurses
import Glibc

/// Reads what the user did from the terminal, without ever waiting. ncurses has no part in it: its
/// reader waits for the rest of half a report of the mouse, however long that takes, and is deaf to
/// signals meanwhile.
struct Keyboard {
  private var decoder = KeyDecoder(
    sequences: Keyboard.described(), character: Keyboard.character)

  /// The next key or movement of the mouse, or nil where there is none for now.
  ///
  /// - Parameter now: nanoseconds of `CLOCK_MONOTONIC`.
  mutating func next(now: UInt64) -> Message? {
    while true {
      // What is there is read before half a sequence counts as old.
      if decoder.needsMore, !read(now: now) { return decoder.next(now: now) }
      if let message = decoder.next(now: now) { return message }
    }
  }

  /// When to look again though nothing has come, in nanoseconds from now; nil: never.
  func waitTime(now: UInt64) -> UInt64? { decoder.waitTime(now: now) }

  /// Reads some bytes, if there are any. The terminal is set not to wait (``Terminal``), and it is
  /// only read when it has something: a program in the background that reads is stopped.
  private mutating func read(now: UInt64) -> Bool {
    var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, 0) == 1 else { return false }
    let count = withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { buffer in
      let count = Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      if count > 0 { decoder.take(buffer[..<count], now: now) }
      return count
    }
    return count > 0
  }

  /// The first character as the locale writes it (mbrtowc(3)).
  private static func character(at bytes: ArraySlice<UInt8>) -> KeyDecoder.Reading {
    var code: wchar_t = 0
    var state = mbstate_t()
    let count = bytes.withUnsafeBytes { bytes in
      mbrtowc(&code, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, &state)
    }
    if count == -2 { return .half }
    guard count > 0, let scalar = UnicodeScalar(UInt32(bitPattern: code)) else {
      return .whole(max(count, 1), nil)
    }
    return .whole(count, .key(.character(Character(scalar))))
  }

  /// What the keys send, by the terminal's description. All are read, so that none of those that are
  /// nothing to us is taken for others.
  private static func described() -> KeySequences {
    var sequences = KeySequences()
    for (name, key) in keys { add(key, name, to: &sequences) }
    for index in 0..<Int32.max {
      guard let name = cn_capability_name(index) else { break }
      let text = String(cString: name)
      // What begins a report of the mouse is no key.
      if text.hasPrefix("k"), text != "kmous" { add(nil, text, to: &sequences) }
    }
    return sequences
  }

  private static func add(_ key: Key?, _ name: String, to sequences: inout KeySequences) {
    guard let bytes = cn_capability(name) else { return }
    sequences.add(key, sending: Array(String(cString: bytes).utf8))
  }

  private static let keys: KeyValuePairs<String, Key> = [
    "kbs": .backspace, "kcuu1": .up, "kcud1": .down, "kcub1": .left, "kcuf1": .right,
    "kLFT": .shiftLeft, "kRIT": .shiftRight, "khome": .home, "kend": .end, "kpp": .pageUp,
    "knp": .pageDown, "kent": .enter, "kdch1": .delete,
  ]
}
