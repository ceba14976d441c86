/// Places of the trace with a number each, in rising order, in four bytes where that is enough.
///
/// They are stored in segments. In a narrow segment, each is the distance from the first place of
/// the segment, and its number. A segment with a greater distance or number is wide, with eight
/// bytes for each.
struct PlaceArray: Sendable, RandomAccessCollection {
  private var full: [Segment] = []
  private var last = Segment()
  private let numberBits: UInt32
  /// How many there are.
  private(set) var count = 0

  private static var shift: Int { 12 }
  private static var length: Int { 1 << shift }

  /// Some places that follow one another.
  private struct Segment: Sendable {
    var first = 0
    var narrow: [UInt32] = []
    /// Empty unless the segment is wide.
    var wide: [PackedPlace] = []

    /// The same without room for more.
    var closed: Segment {
      Segment(first: first, narrow: narrow.exactCopy, wide: wide.exactCopy)
    }
  }

  /// An empty array.
  ///
  /// - Parameter numberBits: how many bits of four bytes are for the number; greater ones take eight
  ///   bytes.
  init(numberBits: UInt32) { self.numberBits = numberBits }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  @inline(__always)
  subscript(index: Int) -> PackedPlace {
    let segment = index &>> Self.shift
    let place = index & (Self.length - 1)
    return segment < full.count ? self.place(place, in: full[segment]) : self.place(place, in: last)
  }

  @inline(__always)
  private func place(_ place: Int, in segment: Segment) -> PackedPlace {
    if !segment.wide.isEmpty { return segment.wide[place] }
    let bits = segment.narrow[place]
    return PackedPlace(
      seq: segment.first &+ Int(bits &>> numberBits), Int(bits & (1 &<< numberBits &- 1)))
  }

  @inline(__always)
  mutating func append(_ place: PackedPlace) {
    if count & (Self.length - 1) == 0 { startSegment(at: place.seq) }
    count += 1
    let distance = place.seq - last.first
    if last.wide.isEmpty, distance < 1 << (32 - numberBits), place.number < 1 << numberBits {
      last.narrow.append(UInt32(distance) << numberBits | UInt32(place.number))
    } else {
      appendWide(place)
    }
  }

  private mutating func startSegment(at seq: Int) {
    if count > 0 { full.append(last.closed) }
    last.first = seq
    last.narrow.removeAll(keepingCapacity: true)
    last.wide = []
  }

  private mutating func appendWide(_ place: PackedPlace) {
    if last.wide.isEmpty {
      last.wide = last.narrow.indices.map { self.place($0, in: last) }
      last.narrow = []
    }
    last.wide.append(place)
  }
}
