// When a manager is ready.
extension World {
  func canHappen(_ kind: ManagerEvent, _ pending: PendingOperation) -> Bool {
    switch kind {
    case .ready: isReady(server: pending.object)
    case .request, .serve, .set, .get: true
    }
  }

  func obstacle(_ kind: ManagerEvent, _ pending: PendingOperation) -> Localized {
    canHappen(kind, pending)
      ? Localized(verbatim: "") : Localized(zh: "，它还没有就绪", en: ", which is not ready yet")
  }

  /// Whether a manager's server listens, or has ended and never will. Who waits for it is never stuck:
  /// until it listens, a server needs nobody.
  private func isReady(server id: ObjectID) -> Bool {
    guard let server = laneOfProcess[id] else { return true }
    return lanes[server].serves != nil || lanes[server].hasEnded
  }
}
