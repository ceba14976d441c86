/// Makes keys of the bytes that a terminal sends. Pure: it is told the bytes and the time, and it
/// never waits. Half a sequence whose rest does not come is dropped, so that nothing that arrives
/// can make the program deaf.
struct KeyDecoder {
  /// What stands at the beginning of bytes.
  enum Reading {
    /// So many bytes, and what they mean; nil: nothing to us.
    case whole(Int, Message?)
    /// The beginning of something.
    case half
  }

  /// How long Esc is held back, which may begin a sequence, in nanoseconds.
  private static let escapeTime: UInt64 = 25_000_000
  /// How long the rest of a sequence may take that has more than Esc: no key is held back, but what
  /// comes late over a slow line would be taken for keys.
  private static let sequenceTime: UInt64 = 200_000_000

  private let sequences: KeySequences
  private let character: (ArraySlice<UInt8>) -> Reading
  private var bytes: [UInt8] = []
  /// Where the bytes begin that have not been read.
  private var start = 0
  private var lastArrival: UInt64 = 0
  private var isHalf = false

  /// Reads the keys of a terminal.
  ///
  /// - Parameters:
  ///   - sequences: what its keys send, by its description.
  ///   - character: the character at the beginning of bytes, as the locale writes it.
  init(sequences: KeySequences, character: @escaping (ArraySlice<UInt8>) -> Reading) {
    self.sequences = sequences
    self.character = character
  }

  /// Whether nothing is left to be read but, maybe, half a sequence.
  var needsMore: Bool { start == bytes.count || isHalf }

  /// Takes bytes that came at this time: nanoseconds of `CLOCK_MONOTONIC`.
  mutating func take(_ new: some Sequence<UInt8>, now: UInt64) {
    bytes.removeFirst(start)
    start = 0
    bytes += new
    lastArrival = now
    isHalf = false
  }

  /// The next key or movement of the mouse, or nil where there is none for now.
  mutating func next(now: UInt64) -> Message? {
    while start < bytes.count {
      guard let (count, message) = whole(reading(of: bytes[start...]), now: now) else {
        isHalf = true
        return nil
      }
      start += count
      isHalf = false
      if let message { return message }
    }
    return nil
  }

  /// How long until half a sequence is dropped, in nanoseconds; nil where there is none.
  func waitTime(now: UInt64) -> UInt64? {
    guard isHalf else { return nil }
    let end = lastArrival + (isEscape ? Self.escapeTime : Self.sequenceTime)
    return now >= end ? 0 : end - now
  }

  private var isEscape: Bool { bytes[start...].elementsEqual([EscapeSequence.escape]) }

  /// How many bytes are read, and what they mean; nil: the rest may still come. Of half a sequence
  /// whose time is over, Esc alone is the key, and all else is nothing.
  private mutating func whole(_ reading: Reading, now: UInt64) -> (Int, Message?)? {
    if case .whole(let count, let message) = reading { return (count, message) }
    isHalf = true
    guard waitTime(now: now) == 0 else { return nil }
    return (bytes.count - start, isEscape ? .key(.escape) : nil)
  }

  private func reading(of rest: ArraySlice<UInt8>) -> Reading {
    if let known = sequences.reading(of: rest) { return known }
    return switch rest.first {
    case EscapeSequence.escape: EscapeSequence.reading(of: rest)
    case 10, 13: .whole(1, .key(.enter))
    case 8, 127: .whole(1, .key(.backspace))
    case 3: .whole(1, .signal(.interrupt))
    case .some(0..<32): .whole(1, nil)
    default: character(rest)
    }
  }
}
