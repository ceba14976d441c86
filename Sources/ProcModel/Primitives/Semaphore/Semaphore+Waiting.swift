// When a semaphore has a unit, and who could give one back.
extension World {
  func canHappen(_ kind: SemaphoreEvent, _ pending: PendingOperation) -> Bool {
    switch kind {
    case .acquire, .wait: hasUnit(pending.object)
    case .release, .timeout: true
    }
  }

  func wait(_ kind: SemaphoreEvent, _ pending: PendingOperation) -> Activity? {
    switch kind {
    case .acquire, .wait: .blocked(.semaphore(pending.object))
    case .release, .timeout: nil
    }
  }

  func obstacle(_ kind: SemaphoreEvent, _ pending: PendingOperation) -> Localized {
    canHappen(kind, pending)
      ? Localized(verbatim: "") : Localized(zh: "，没有空余的名额", en: ", which has no unit left")
  }

  /// A unit may be given back by anyone.
  func need(semaphore id: ObjectID) -> Need { hasUnit(id) ? .nothing : .anyone }

  private func hasUnit(_ id: ObjectID) -> Bool {
    guard case .semaphore(let semaphore)? = object(id)?.content else { return true }
    return semaphore.count > 0
  }
}
