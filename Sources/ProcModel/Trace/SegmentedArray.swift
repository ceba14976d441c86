/// An array that grows without moving its elements: they are stored in segments of a fixed size. A
/// copy shares all full segments with its original, even when either changes.
struct SegmentedArray<Element: Sendable>: Sendable, RandomAccessCollection {
  /// The segments that are full, and the one that is not.
  private var full: [[Element]] = []
  private var last: [Element] = []

  private static var shift: Int { 12 }
  private static var length: Int { 1 << shift }

  /// An empty array.
  init() {}

  var count: Int { full.count << Self.shift + last.count }
  var startIndex: Int { 0 }
  var endIndex: Int { count }

  @inline(__always)
  subscript(index: Int) -> Element {
    let segment = index &>> Self.shift
    let place = index & (Self.length - 1)
    return segment < full.count ? full[segment][place] : last[place]
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    last.append(element)
    if last.count == Self.length { startSegment() }
  }

  @inline(never)
  private mutating func startSegment() {
    full.append(last.exactCopy)
    last.removeAll(keepingCapacity: true)
  }
}

extension Array {
  /// The same elements with no room for more. An array that has grown may have twice the room.
  var exactCopy: Self {
    Self(unsafeUninitializedCapacity: count) { copy, copied in
      copied = copy.initialize(fromContentsOf: self)
    }
  }
}
