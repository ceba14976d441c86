extension RandomAccessCollection where Index == Int {
  /// The first index whose element satisfies `predicate`, if all elements that do come after all
  /// that do not; `endIndex` if none does.
  @inlinable
  package func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
