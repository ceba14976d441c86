extension World {
  /// A lane has ended: a notify that was under way to it goes to the next one in line, and an action
  /// that it was to do breaks its barrier.
  mutating func abandonCoordination(_ lane: LaneIndex) {
    if let object = lanes[lane].queuedIn { passNotifyOn(from: lane, object) }
    for object in barriers {
      withBarrier(object) {
        $0.released.removeAll { $0 == lane }
        $0.failed.removeAll { $0 == lane }
        if $0.acting == lane { $0.breakUp() }
      }
    }
  }

  /// What `giver` handed to `lane`, if the lane had waited for it, or took it right after.
  func handover(
    of given: ObjectState.Given?, to lane: LaneIndex, _ event: Event, hadWaited: Bool
  ) -> WorldChange.Handover? {
    guard let given, given.by != lane else { return nil }
    let rightAfter: UInt64 = 1_000_000
    guard hadWaited || event.time &- given.time <= rightAfter else { return nil }
    return .init(kind: .signal, from: given.by, seq: given.seq)
  }
}
