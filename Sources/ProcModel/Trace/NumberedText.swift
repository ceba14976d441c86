/// A text that a chunk has spelt out, and the last number in it: texts of the same kind often differ
/// in that number only (`square(135396)`, `set 39`, an item that is a number).
///
/// It is kept by where it lies in the chunk. Whoever packs and whoever unpacks find the same number
/// in the same text.
struct NumberedText {
  /// Where the text begins, and its length.
  let offset: Int
  let length: Int
  /// Where its digits are, counted from its beginning; none: it has no number.
  private let digits: Range<Int>
  /// The number that stands for the digits now.
  var number: UInt64

  /// So many digits at most: their difference from others has room in 62 bits.
  private static let mostDigits = 18

  /// The text at `base + offset`.
  init(_ base: UnsafeRawPointer, offset: Int, length: Int) {
    let text = UnsafeRawBufferPointer(start: base + offset, count: length)
    self.offset = offset
    self.length = length
    digits = Self.digits(in: text)
    number = Self.number(text, digits)
  }

  /// The last digits of a text, without zeros before them.
  private static func digits(in text: UnsafeRawBufferPointer) -> Range<Int> {
    var end = text.count
    while end > 0, !isDigit(text[end - 1]) { end -= 1 }
    var start = end
    while start > 0, end - start < mostDigits, isDigit(text[start - 1]) { start -= 1 }
    while start + 1 < end, text[start] == UInt8(ascii: "0") { start += 1 }
    return start..<end
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func number(_ text: UnsafeRawBufferPointer, _ digits: Range<Int>) -> UInt64 {
    var number: UInt64 = 0
    for place in digits { number = number &* 10 &+ UInt64(text[place] &- UInt8(ascii: "0")) }
    return number
  }

  /// Whether it was spelt out as these bytes.
  @inline(__always)
  func isSpelt(_ base: UnsafeRawPointer, _ other: UnsafeRawBufferPointer) -> Bool {
    guard length == other.count else { return false }
    let own = base + offset
    for place in 0..<length
    where other[place] != own.load(fromByteOffset: place, as: UInt8.self) { return false }
    return true
  }

  /// By how much the number of another text is greater, if that is all in which they differ.
  @inline(__always)
  func difference(_ base: UnsafeRawPointer, to other: UnsafeRawBufferPointer) -> Int64? {
    let theirs = Self.digits(in: other)
    let rest = length - digits.upperBound
    guard theirs.lowerBound == digits.lowerBound, theirs.isEmpty == digits.isEmpty,
      other.count - theirs.upperBound == rest
    else { return nil }
    let own = base + offset
    for place in 0..<digits.lowerBound
    where other[place] != own.load(fromByteOffset: place, as: UInt8.self) { return nil }
    for place in 0..<rest
    where other[theirs.upperBound + place]
      != own.load(fromByteOffset: digits.upperBound + place, as: UInt8.self)
    { return nil }
    return Int64(bitPattern: Self.number(other, theirs)) - Int64(bitPattern: number)
  }

  /// The text, with the number that it has now.
  func text(_ base: UnsafeRawPointer) -> String {
    let own = UnsafeRawBufferPointer(start: base + offset, count: length)
    if digits.isEmpty { return String(decoding: own, as: UTF8.self) }
    return String(unsafeUninitializedCapacity: length + 20) { bytes in
      var count = 0
      for place in 0..<digits.lowerBound { bytes[place] = own[place] }
      count = digits.lowerBound + write(number, to: bytes, at: digits.lowerBound)
      for place in digits.upperBound..<length {
        bytes[count] = own[place]
        count += 1
      }
      return count
    }
  }

  /// Writes a number; gives back how many digits it has.
  private func write(
    _ number: UInt64, to bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int
  ) -> Int {
    var count = 1
    var rest = number / 10
    while rest > 0 {
      count += 1
      rest /= 10
    }
    rest = number
    for place in stride(from: start + count - 1, through: start, by: -1) {
      bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return count
  }
}
