/// The texts that a chunk can refer to: the last few that were spelt out, and the last one of each
/// kind of event. Packing and unpacking keep the same ones.
///
/// A number stands before a text. Its lowest two bits say how the text is given, the others say more.
struct ChunkTexts {
  /// How a text is given.
  enum Form {
    /// The number is its length; it follows.
    static let spelt: UInt64 = 0
    /// It is one of the last few; the number is its place.
    static let recent: UInt64 = 1
    /// It is the last one of its kind but for its number, which is greater by this (zigzag).
    static let numbered: UInt64 = 2
  }

  /// Where the chunk begins.
  let base: UnsafeRawPointer
  private let recent: UnsafeMutableBufferPointer<NumberedText>
  private var count = 0
  /// The last text of each kind; one bit for each that there is.
  private let latest: UnsafeMutableBufferPointer<NumberedText>
  private var known: UInt64 = 0

  /// How many are remembered, the oldest giving way to the newest.
  private static let most = 8
  /// How many kinds are told apart; others share their place.
  private static let slots = 64

  /// Hands the texts of a chunk that begins at `base` to `body`.
  static func open(_ base: UnsafeRawPointer, _ body: (ChunkTexts) -> Void) {
    withUnsafeTemporaryAllocation(of: NumberedText.self, capacity: most + slots) { texts in
      body(
        ChunkTexts(
          base: base, recent: UnsafeMutableBufferPointer(rebasing: texts[..<most]),
          latest: UnsafeMutableBufferPointer(rebasing: texts[most...])))
    }
  }

  private init(
    base: UnsafeRawPointer, recent: UnsafeMutableBufferPointer<NumberedText>,
    latest: UnsafeMutableBufferPointer<NumberedText>
  ) {
    self.base = base
    self.recent = recent
    self.latest = latest
  }

  /// The place of the texts of a kind of event.
  @inline(__always)
  static func slot(_ code: UInt8, isDetail: Bool) -> Int {
    (Int(code) << 1 | (isDetail ? 1 : 0)) & (slots - 1)
  }

  /// By how much the number of the last text of a kind has to grow to make it this one.
  @inline(__always)
  func difference(_ text: UnsafeRawBufferPointer, in slot: Int) -> Int64? {
    known >> UInt64(slot) & 1 == 1 ? latest[slot].difference(base, to: text) : nil
  }

  /// The place of a text among the last few that were spelt out.
  @inline(__always)
  func place(of text: UnsafeRawBufferPointer) -> Int? {
    for place in 0..<min(count, Self.most) where recent[place].isSpelt(base, text) { return place }
    return nil
  }

  /// A text has been spelt out at `offset`.
  mutating func spell(offset: Int, length: Int, in slot: Int) -> NumberedText {
    let text = NumberedText(base, offset: offset, length: length)
    recent[count % Self.most] = text
    count += 1
    return note(text, in: slot)
  }

  /// One of the last few has come again.
  mutating func refer(to place: Int, in slot: Int) -> NumberedText { note(recent[place], in: slot) }

  /// The last text of its kind has come again, with another number.
  mutating func add(_ difference: Int64, in slot: Int) -> NumberedText {
    latest[slot].number &+= UInt64(bitPattern: difference)
    return latest[slot]
  }

  private mutating func note(_ text: NumberedText, in slot: Int) -> NumberedText {
    latest[slot] = text
    known |= 1 << UInt64(slot)
    return text
  }
}
