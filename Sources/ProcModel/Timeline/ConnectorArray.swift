/// Connectors in the order of arrival, in eight bytes where that is enough.
///
/// They are stored in segments. In a narrow segment, a connector is the distance of its arrival
/// from the first of the segment, the distance of its departure from its arrival, its lanes and its
/// kind. A segment with a greater number is wide.
struct ConnectorArray: Sendable {
  private var full: [Segment] = []
  private var last = Segment()
  /// How many there are.
  private(set) var count = 0

  private static let shift = 12
  private static let length = 1 << shift

  /// Some connectors that follow one another.
  private struct Segment: Sendable {
    var first = 0
    var narrow: [Narrow] = []
    /// Empty unless the segment is wide.
    var wide: [Wide] = []

    /// The same without room for more.
    var closed: Segment {
      Segment(first: first, narrow: narrow.exactCopy, wide: wide.exactCopy)
    }
  }

  /// A connector without the times.
  struct Wide: Sendable, Hashable {
    let kind: Timeline.Connector.Kind
    let from: LaneIndex
    let fromSeq: Int
    let to: LaneIndex
    let toSeq: Int
  }

  /// From the lowest bit on: kind (4), from (10), to (10), distances of departure (18) and arrival
  /// (22).
  private struct Narrow: Sendable {
    private let bits: UInt64

    /// Nil where a number is too large.
    init?(_ wide: Wide, first: Int) {
      let (arrival, departure) = (wide.toSeq - first, wide.toSeq - wide.fromSeq)
      guard arrival < 1 << 22, departure >= 0, departure < 1 << 18, wide.from < 1 << 10,
        wide.to < 1 << 10
      else { return nil }
      let lanes = UInt64(wide.from) << 4 | UInt64(wide.to) << 14
      bits =
        UInt64(arrival) << 42 | UInt64(departure) << 24 | lanes | UInt64(wide.kind.rawValue)
    }

    func wide(first: Int) -> Wide {
      let toSeq = first + Int(bits >> 42)
      return Wide(
        kind: .init(rawValue: UInt8(bits & 0xF)) ?? .signal, from: Int(bits >> 4 & 0x3FF),
        fromSeq: toSeq - Int(bits >> 24 & 0x3_FFFF), to: Int(bits >> 14 & 0x3FF), toSeq: toSeq)
    }

    func toSeq(first: Int) -> Int { first + Int(bits >> 42) }
  }

  subscript(index: Int) -> Wide {
    let segment = segment(of: index)
    let place = index & (Self.length - 1)
    return segment.wide.isEmpty
      ? segment.narrow[place].wide(first: segment.first) : segment.wide[place]
  }

  private func segment(of index: Int) -> Segment {
    let number = index >> Self.shift
    return number < full.count ? full[number] : last
  }

  private func toSeq(_ index: Int) -> Int {
    let segment = segment(of: index)
    let place = index & (Self.length - 1)
    return segment.wide.isEmpty
      ? segment.narrow[place].toSeq(first: segment.first) : segment.wide[place].toSeq
  }

  /// The first place from which on everything arrives at place `seq` of the trace or later.
  func firstArriving(at seq: Int) -> Int { (0..<count).partitioningIndex { toSeq($0) >= seq } }

  mutating func append(_ connector: Wide) {
    if count & (Self.length - 1) == 0 {
      if count > 0 { full.append(last.closed) }
      last.first = connector.toSeq
      last.narrow.removeAll(keepingCapacity: true)
      last.wide = []
    }
    count += 1
    if last.wide.isEmpty, let narrow = Narrow(connector, first: last.first) {
      last.narrow.append(narrow)
      return
    }
    if last.wide.isEmpty {
      last.wide = last.narrow.map { $0.wide(first: last.first) }
      last.narrow = []
    }
    last.wide.append(connector)
  }
}
