import ProcModel

/// Semaphores, conditions, events and barriers.
extension ObjectLines {
  func lines(of semaphore: ObjectState.SemaphoreState) -> [Line] {
    let most = object.kind == .boundedSemaphore ? object.capacity : nil
    let count = scene.look(ObjectTexts.units(semaphore.count, of: most))
    let first = name.adding(count, semaphore.count > 0 ? .text : .title)
    return [first] + waiters(semaphore.waiters, title: ObjectTexts.waits)
  }

  func lines(of event: ObjectState.EventState) -> [Line] {
    let first = name.adding(
      scene.look(event.isSet ? ObjectTexts.set : ObjectTexts.notSet), event.isSet ? .good : .text)
    return [first] + waiters(event.waiters, title: ObjectTexts.waits)
  }

  func lines(of condition: ObjectState.ConditionState) -> [Line] {
    let first = fitting([
      ObjectTexts.waiting(condition.waiters.count),
      Localized(verbatim: String(condition.waiters.count)),
    ])
    var lines = [first] + waiters(condition.waiters, title: ObjectTexts.waits)
    lines += waiters(condition.notified, title: ObjectTexts.notified)
    if let last = condition.lastNotify, last.woken.isEmpty {
      lines.append(indented(ObjectTexts.lostNotify, .warning))
    }
    return lines
  }

  func lines(of barrier: ObjectState.BarrierState) -> [Line] {
    if barrier.isBroken { return [name.adding(scene.look(ObjectTexts.broken), .danger)] }
    let (arrived, parties) = (barrier.arrived.count, object.capacity)
    var lines = [name.adding(scene.look(ObjectTexts.arrived(arrived, of: parties)), .text)]
    if barrier.acting != nil { lines.append(indented(ObjectTexts.acting, .dim)) }
    return lines + waiters(barrier.arrived, title: ObjectTexts.waits)
  }

  private func indented(_ text: Localized, _ style: Style) -> Line {
    Line(indent).adding(TextLayout.truncated(scene.look(text), to: room), style)
  }
}
