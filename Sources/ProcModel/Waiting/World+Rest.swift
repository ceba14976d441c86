extension World {
  /// Whether a lane will come to its next gate by itself. If nobody will, everybody is at rest: held,
  /// asleep, waiting in the kernel, serving nobody at the moment, or ended; then the viewer may choose
  /// who moves.
  ///
  /// - Parameter isControlled: whether the run was held from its first operation on; then whoever
  ///   waits, and an idle worker, too, is about to come to its gate.
  public func isUnderWay(_ lane: LaneIndex, isControlled: Bool = false) -> Bool {
    switch lanes[lane].activity {
    case .starting, .running: true
    case .idle: isControlled && !isServer(lane) || hasRequests(lane)
    case .blocked(.server): isAnswered(lane) || !isAnyServerHeld
    // Held from its first operation on, nobody waits in the kernel: it is about to come to its gate.
    case .blocked, .sleeping: isControlled
    case .held, .ended: false
    }
  }

  /// Whether a lane is a manager's server, which waits for its clients rather than at a gate.
  private func isServer(_ lane: LaneIndex) -> Bool {
    object(lanes[lane].servesObject)?.kind == .manager
  }

  /// Whether a server has been sent requests that it has not come to yet.
  private func hasRequests(_ lane: LaneIndex) -> Bool {
    isServer(lane) && !isAnyServerHeld && lanes.indices.contains { isWaitingForServer($0) }
  }

  private func isWaitingForServer(_ lane: LaneIndex) -> Bool {
    if case .blocked(.server) = lanes[lane].activity { return !isAnswered(lane) }
    return false
  }

  /// Whether a client's request has been served, so that it has its answer.
  private func isAnswered(_ lane: LaneIndex) -> Bool {
    !requests.values.contains { $0.client == lane }
  }

  private var isAnyServerHeld: Bool {
    lanes.contains {
      if case .held(let pending) = $0.activity { pending.kind == .managerServe } else { false }
    }
  }
}
