/// The histories of shared values and of the elements of shared arrays.
struct ElementIndex: Sendable, Equatable {
  private var histories: [ElementHistory] = []
  private var index = RecentIndex<ElementKey>()

  /// How many there are.
  var count: Int { histories.count }

  /// The history of a value or element, if it was ever read or written.
  subscript(key: ElementKey) -> ElementHistory? { index[key].map { histories[$0] } }

  /// Changes the history of a value or element in place.
  @inline(__always)
  mutating func change<Result>(
    _ key: ElementKey, _ body: (inout ElementHistory) -> Result
  ) -> Result {
    if let place = index.find(key) { return body(&histories[place]) }
    index[key] = histories.count
    histories.append(ElementHistory())
    return body(&histories[histories.count - 1])
  }
}
