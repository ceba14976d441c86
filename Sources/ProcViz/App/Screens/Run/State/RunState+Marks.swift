import ProcModel

/// Moments that the user has marked, to come back to. Like every moment, a mark is a number of
/// events, so that it survives zooming and whatever comes after it.
extension RunState {
  /// Marks the moment that is looked at, or takes its mark away.
  mutating func toggleMark() {
    guard !run.trace.isEmpty else { return }
    let index = marks.partitioningIndex { $0 >= moment }
    if index < marks.count, marks[index] == moment {
      marks.remove(at: index)
      notice = MarkTexts.removed(left: marks.count)
    } else {
      marks.insert(moment, at: index)
      notice = MarkTexts.set(
        at: time(ofCount: moment).distance(after: origin), number: index + 1, of: marks.count)
    }
  }

  /// Goes to the next mark, after the last one to the first.
  mutating func jumpToMark(size: Size) {
    guard !marks.isEmpty else {
      notice = MarkTexts.none
      return
    }
    let next = marks.partitioningIndex { $0 > moment }
    let index = next < marks.count ? next : 0
    look(atCount: marks[index], size: size)
    notice = MarkTexts.reached(index + 1, of: marks.count)
  }
}
