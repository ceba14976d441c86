/// The rules of the gates.
extension ProtocolChecker {
  /// A lane that waits at its gate.
  public struct HeldLane: Sendable, Hashable {
    /// Its process.
    public let pid: Int32
    /// Its thread, 0 for the main one.
    public let tid: Int32
    /// Its slot in the control page.
    public let slot: UInt64
  }

  /// The lanes that are at their gates, those that wait for the lowest slots first.
  public var heldLanes: [HeldLane] {
    lanes.filter {
      $0.value.gate?.isLetGo == false && !$0.value.hasEnded && ends[$0.key.pid] == nil
    }
    .map { HeldLane(pid: $0.key.pid, tid: $0.key.tid, slot: $0.value.gate?.slot ?? 0) }
    .sorted { ($0.slot, $0.pid, $0.tid) < ($1.slot, $1.pid, $1.tid) }
  }

  /// A lane is about to be let go.
  ///
  /// - Parameter owner: the pid and the tid that its slot in the control page has.
  public mutating func letGo(_ lane: HeldLane, owner: (pid: UInt32, tid: UInt32)) {
    if owner.pid != UInt32(bitPattern: lane.pid) || owner.tid != UInt32(bitPattern: lane.tid) {
      breach(
        .gateSlot,
        "pid \(lane.pid) tid \(lane.tid) 等在 \(lane.slot) 号槽位，控制页中却是 \(owner.pid)、\(owner.tid)",
        "pid \(lane.pid) tid \(lane.tid) waits at slot \(lane.slot), which the control page says is "
          + "that of pid \(owner.pid) tid \(owner.tid)")
    }
    lanes[Reporter(lane)]?.gate?.isLetGo = true
  }

  /// Whether a lane has reported something since it was let go, or has ended.
  public func hasAnswered(_ lane: HeldLane) -> Bool {
    guard let record = lanes[Reporter(lane)], ends[lane.pid] == nil else { return true }
    return record.hasEnded || record.gate?.hasAnswered != false || record.gate?.isLetGo == false
  }

  mutating func checkGate(_ event: Event) {
    if event.kind == .gateWait { return arrive(event) }
    let reporter = Reporter(event)
    guard isHeld, var gate = lanes[reporter]?.gate else { return checkUngated(event) }
    defer { lanes[reporter]?.gate = gate }
    guard gate.isLetGo else {
      return breach(
        .gateHold, event, "泳道还被拦在闸门前", "its lane is at its gate and was not let go")
    }
    gate.hasAnswered = true
    guard let done = GatedOperation(event), !isFirstValue(event) else { return }
    guard done.belongs(to: gate.pending) else {
      let pending = gate.pending?.name ?? "?"
      return breach(
        .gateWait, event, "闸门前说要做的是 \(pending)", "at its gate the lane was about to do \(pending)")
    }
    guard done.operation == gate.pending, done.isOutcome else { return }
    if gate.isDone {
      breach(.gateOne, event, "放行一次做了两次", "it is the second one since the lane was let go")
    }
    gate.isDone = true
  }

  private mutating func checkUngated(_ event: Event) {
    guard isHeld, GatedOperation(event) != nil, !isFirstValue(event) else { return }
    breach(.gateWait, event, "之前没有 gate.wait", "there is no gate.wait before it")
  }

  /// Whether the event tells what a shared value was made with: it follows the `object.define` of its
  /// value, by the same lane. No other lane knows the value yet.
  private func isFirstValue(_ event: Event) -> Bool {
    event.kind == .valueWrite && lanes[Reporter(event)]?.newObject == event.object
  }

  private mutating func arrive(_ event: Event) {
    let reporter = Reporter(event)
    let slot = event.extra
    if isHeld, let gate = lanes[reporter]?.gate, !gate.isLetGo {
      breach(.gateHold, event, "没有放行又到了闸门前", "it comes again though it was not let go")
    }
    if slot >= UInt64(ControlPageLayout.slotCount) {
      breach(.gateSlot, event, "没有 \(slot) 号槽位", "there is no slot \(slot)")
    }
    lanes[reporter]?.gate = LaneRecord.GateWait(
      pending: GatedOperation.pending(UInt8(truncatingIfNeeded: event.value)), slot: slot)
  }
}

extension Reporter {
  fileprivate init(_ lane: ProtocolChecker.HeldLane) {
    self.init(pid: lane.pid, tid: lane.tid)
  }
}
