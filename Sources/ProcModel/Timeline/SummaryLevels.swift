/// What is known of some places of the trace that follow one another, without looking at each.
protocol PlaceSummary: Sendable {
  /// How many places make the smallest summary, as a power of two.
  static var leafBits: Int { get }
  /// Where in the trace its first place is.
  var seq: Int { get }
  /// The summary of two that follow one another.
  init(_ first: Self, _ second: Self)
}

/// Summaries of the places of a ``PlaceArray``: on the first level of 2^``PlaceSummary/leafBits``
/// places each, on each further level of two of those below. So the cost of drawing a column does
/// not depend on how much happened in it.
struct SummaryLevels<Summary: PlaceSummary>: Sendable {
  private var levels: [SegmentedArray<Summary>] = []

  /// How many places make the smallest summary.
  static var leafLength: Int { 1 << Summary.leafBits }

  /// Takes the summary of the next ``leafLength`` places.
  mutating func append(_ summary: Summary) {
    if levels.isEmpty { levels.append(SegmentedArray()) }
    levels[0].append(summary)
    var level = 0
    while levels[level].count % 2 == 0 {
      if levels.count == level + 1 { levels.append(SegmentedArray()) }
      let last = levels[level].count - 1
      levels[level + 1].append(Summary(levels[level][last - 1], levels[level][last]))
      level += 1
    }
  }
}

/// Looking for the greatest summary that fits.
extension SummaryLevels {
  /// Some places that have been summed up.
  struct Stretch {
    let summary: Summary
    /// The level of the summary, and how many places it stands for.
    let level: Int
    let size: Int
    /// The place behind it.
    let end: Int
  }

  /// The stretches that begin at one place, the greatest first.
  struct Descent {
    fileprivate let place: Int
    fileprivate let last: Int
    fileprivate var level: Int
  }

  /// The stretches that begin at `place`, end at `last` or before it, and are of level `highest` or
  /// below it.
  @inline(__always)
  func descent(from place: Int, upTo last: Int, highest: Int) -> Descent {
    guard place & (Self.leafLength &- 1) == 0 else {
      return Descent(place: place, last: last, level: -1)
    }
    let level = min(place.trailingZeroBitCount &- Summary.leafBits, levels.count &- 1, highest)
    return Descent(place: place, last: last, level: level)
  }

  /// The next stretch: the greatest of those that are left; nil when all were tried.
  @inline(__always)
  func next(_ descent: inout Descent) -> Stretch? {
    while descent.level >= 0 {
      let level = descent.level
      descent.level = level &- 1
      let bits = Summary.leafBits &+ level
      let size = 1 &<< bits
      let index = descent.place &>> bits
      let end = descent.place &+ size
      if end <= descent.last, index < levels[level].count {
        return Stretch(summary: levels[level][index], level: level, size: size, end: end)
      }
    }
    return nil
  }

  /// Where in the trace the place behind a stretch is; `end` where there is none.
  @inline(__always)
  func seq(behind stretch: Stretch, in places: PlaceArray, orAt end: Int) -> Int {
    // Its neighbour on the same level is nearer than the place itself.
    let index = stretch.end &>> (Summary.leafBits &+ stretch.level)
    if index < levels[stretch.level].count { return levels[stretch.level][index].seq }
    return stretch.end < places.count ? places[stretch.end].seq : end
  }
}
