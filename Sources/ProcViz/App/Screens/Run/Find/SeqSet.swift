/// A set of places in the trace: one bit for each, so that ten million take little more than one
/// megabyte.
struct SeqSet: Sendable, Hashable {
  private var words: [UInt64] = []
  /// How many are in it.
  private(set) var count = 0

  /// Puts one in, unless it is there.
  mutating func insert(_ seq: Int) {
    guard !contains(seq) else { return }
    let word = seq >> 6
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    words[word] |= 1 << UInt64(seq & 63)
    count += 1
  }

  /// Whether one is in it.
  func contains(_ seq: Int) -> Bool {
    seq >= 0 && seq >> 6 < words.count && words[seq >> 6] & (1 << UInt64(seq & 63)) != 0
  }

  /// The first one in a range.
  func first(in range: Range<Int>) -> Int? {
    let end = min(range.upperBound, words.count << 6)
    var seq = max(range.lowerBound, 0)
    while seq < end {
      let rest = words[seq >> 6] >> UInt64(seq & 63)
      if rest != 0 {
        let found = seq + rest.trailingZeroBitCount
        return found < end ? found : nil
      }
      seq = (seq >> 6 + 1) << 6
    }
    return nil
  }

  /// The last one in a range.
  func last(in range: Range<Int>) -> Int? {
    var seq = min(range.upperBound, words.count << 6) - 1
    while seq >= max(range.lowerBound, 0) {
      let rest = words[seq >> 6] << UInt64(63 - seq & 63)
      if rest != 0 {
        let found = seq - rest.leadingZeroBitCount
        return found >= range.lowerBound ? found : nil
      }
      seq = (seq >> 6) << 6 - 1
    }
    return nil
  }

  /// How many are less than `seq`.
  func count(below seq: Int) -> Int {
    let word = min(max(seq, 0) >> 6, words.count)
    var count = words[..<word].reduce(0) { $0 + $1.nonzeroBitCount }
    if word < words.count { count += (words[word] & ((1 << UInt64(seq & 63)) - 1)).nonzeroBitCount }
    return count
  }
}
