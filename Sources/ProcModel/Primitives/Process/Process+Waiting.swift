// When an operation on a process can happen: a join waits for its end.
extension World {
  func canHappen(_ kind: ProcessEvent, _ pending: PendingOperation) -> Bool {
    switch kind {
    case .joinDone: laneOfProcess[pending.object].map { lanes[$0].hasEnded } ?? true
    case .start, .begin, .exit, .reap, .error, .idle, .signal, .joinWait, .poll: true
    }
  }

  func wait(_ kind: ProcessEvent, _ pending: PendingOperation) -> Activity? {
    switch kind {
    case .joinDone, .joinWait: .blocked(.join(pending.object))
    case .start, .begin, .exit, .reap, .error, .idle, .signal, .poll: nil
    }
  }

  func obstacle(_ kind: ProcessEvent, _ pending: PendingOperation) -> Localized {
    canHappen(kind, pending)
      ? Localized(verbatim: "") : Localized(zh: "，它还在运行", en: ", which has not ended")
  }

  /// A child ends by itself. An idle worker or server ends because it is told to, by means that the
  /// trace does not show.
  func need(join id: ObjectID) -> Need {
    guard let child = laneOfProcess[id], !lanes[child].hasEnded, !isIdle(child)
    else { return .nothing }
    return .lane(child)
  }
}
