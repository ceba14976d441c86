import ProcModel
import ProcSchedule

/// One operation at a time: who is let go, and when it has come to rest.
extension Steering {
  /// Lets a lane go: it moves from now on.
  mutating func begin(_ lane: LaneIndex) {
    mode = .stepping(.moving(lane, since: controller.run.world.lanes[lane].sinceSeq))
  }

  /// What lets a slot of the control page go, with the line that it reads.
  mutating func letGo(_ slot: UInt64, _ line: String?) -> [Effect] {
    if isControlled { lookAgain = controller.limits.interval }
    return (line.map { [Effect.type($0)] } ?? []) + [.letGo(slot: slot)]
  }

  /// Sees whether the lane of a free run that was let go has come to its next rest.
  mutating func settleFreeStep() {
    guard case .stepping(.moving(let lane, let since)) = mode else { return }
    // After the last step the run is as good as finished: another key must not fall in between.
    guard controller.run.world.end == nil else { return }
    let now = controller.run.world.lanes[lane]
    if now.sinceSeq != since, !now.isUnderWay { mode = .paused }
  }

  /// The preferred lane if it can move, else, of those whose operation can happen, the one that has
  /// waited longest, else one whose time can run out.
  func laneToMove(at point: SchedulePoint, preferred: LaneIndex) -> LaneIndex? {
    let lanes = controller.run.world.lanes
    if lanes.indices.contains(preferred),
      point[controller.path(of: preferred)]?.readiness.canMove == true
    {
      return preferred
    }
    func longestHeld(_ readiness: Option.Readiness) -> LaneIndex? {
      point.options.filter { $0.readiness == readiness }.compactMap { controller.lane(at: $0.lane) }
        .min { lanes[$0].sinceSeq < lanes[$1].sinceSeq }
    }
    return longestHeld(.ready) ?? longestHeld(.timesOut)
  }
}

extension LaneState {
  /// Whether it runs, and will come to its next gate by itself.
  var isUnderWay: Bool { activity == .running || activity == .starting }
}
