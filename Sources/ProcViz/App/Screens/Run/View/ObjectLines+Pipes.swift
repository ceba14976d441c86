import ProcModel

// What a joinable queue, a pipe and a set have beyond a plain queue and a dict.
extension ObjectLines {
  /// The tasks of a joinable queue that are not done, and who waits for that.
  func tasks(of queue: ObjectState.QueueState) -> [Line] {
    guard queue.countsTasks else { return [] }
    let text = scene.look(ObjectTexts.unfinished(queue.unfinished))
    return [Line(indent).adding(text, queue.unfinished > 0 ? .text : .good)]
      + waiters(queue.joiners, title: ObjectTexts.joiners)
  }

  /// The ends of a pipe that no process has open any more, or who has them.
  func ends(of queue: ObjectState.QueueState) -> [Line] {
    guard let ends = queue.ends else { return [] }
    return line(ObjectTexts.receivers, ends.readers, isClosed: ends.isBroken)
      + line(ObjectTexts.senders, ends.writers, isClosed: ends.isEnded)
  }

  private func line(_ title: Localized, _ lanes: Set<LaneIndex>, isClosed: Bool) -> [Line] {
    var line = Line(indent).adding(scene.look(title) + " ", .dim)
    if isClosed {
      line.add(scene.look(ObjectTexts.closed), .warning)
      return [line]
    }
    let names = lanes.sorted().map { scene.name(lane: $0) }.joined(separator: ", ")
    line.add(TextLayout.truncated(names, to: max(0, columns - line.width)), .dim)
    return [line]
  }

  /// An entry, as below the lanes; of a set, which has no values, its element.
  static func text(of entry: ObjectState.Entry) -> String {
    let key = Sanitizer.line(entry.key)
    return entry.value.isEmpty ? key : key + "=" + Sanitizer.line(entry.value)
  }
}
