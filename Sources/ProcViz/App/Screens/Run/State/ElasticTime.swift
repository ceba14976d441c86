import ProcModel

/// Time without the stretches in which nothing could happen: while all processes are held, or wait
/// for somebody who types, or for ever, hours may pass that nobody wants to see drawn.
///
/// Real times are nanoseconds of the events' clock; shown times are nanoseconds since the first
/// event with the middle of each such stretch left out.
struct ElasticTime: Sendable, Hashable {
  /// A stretch that is left out.
  struct Cut: Sendable, Hashable {
    /// Where it starts and ends, real time.
    let start: UInt64
    let end: UInt64
    /// How much is left out up to its end, itself included.
    let total: UInt64
  }

  /// The cuts, rising.
  private(set) var cuts: [Cut] = []

  /// How much is left out so far.
  var total: UInt64 { cuts.last?.total ?? 0 }

  /// Leaves out everything from `start` to `end`, which must be later than all cuts so far.
  mutating func cut(from start: UInt64, to end: UInt64) {
    guard end > start, start >= cuts.last?.end ?? 0 else { return }
    cuts.append(Cut(start: start, end: end, total: total + (end - start)))
  }

  /// The shown time of a real one.
  func shown(_ real: UInt64, origin: UInt64) -> UInt64 {
    let index = cuts.partitioningIndex { $0.start >= real }
    guard index > 0 else { return real.distance(after: origin) }
    let cut = cuts[index - 1]
    // Within the cut, time stands still.
    let left = cut.total - (cut.end - min(max(real, cut.start), cut.end))
    return real.distance(after: origin + left)
  }

  /// The real time of a shown one: the earliest that is shown there.
  func real(_ shown: UInt64, origin: UInt64) -> UInt64 {
    let index = cuts.partitioningIndex { cut in
      cut.start.distance(after: origin + (cut.total - (cut.end - cut.start))) >= shown
    }
    return origin + shown + (index > 0 ? cuts[index - 1].total : 0)
  }
}

extension UInt64 {
  /// How much later than `other` this is; 0 where it is not.
  func distance(after other: UInt64) -> UInt64 { self > other ? self - other : 0 }
}
