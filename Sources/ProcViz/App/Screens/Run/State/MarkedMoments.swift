import ProcModel

/// Moments that the user has marked, to come back to. Like every moment, a mark is a number of
/// events, so that it survives zooming and whatever comes after it.
struct MarkedMoments: Sendable, Hashable {
  /// The marked moments, rising.
  private(set) var moments: [Int] = []

  /// Marks a moment, or takes its mark away.
  ///
  /// - Returns: the place of the mark among all of them; nil where it was taken away.
  mutating func toggle(_ moment: Int) -> Int? {
    let index = moments.partitioningIndex { $0 >= moment }
    if index < moments.count, moments[index] == moment {
      moments.remove(at: index)
      return nil
    }
    moments.insert(moment, at: index)
    return index
  }

  /// The place of the next mark after a moment, after the last one the first; nil where there is none.
  func next(after moment: Int) -> Int? {
    guard !moments.isEmpty else { return nil }
    let next = moments.partitioningIndex { $0 > moment }
    return next < moments.count ? next : 0
  }
}
