import ProcModel
import ProcSchedule

extension Update {
  /// Takes what came out of the channel.
  static func take(_ batch: EventBatch, of run: Int, in state: inout AppState) -> [Effect] {
    guard state.run?.number == run else { return [] }
    for event in batch.events { state.run?.append(event) }
    state.run?.channel.malformed = batch.malformed
    state.run?.channel.behind = batch.behind
    state.run?.replay?.progress = batch.progress
    if let concluded = batch.concluded { state.run?.conclude(spinning: concluded) }
    state.run?.findOn(size: state.size)
    let glance =
      batch.glance ?? Glance(time: state.run?.clock.now ?? 0, hasDying: false, activity: nil)
    return state.run?.goOn(glance) ?? []
  }

  /// All processes of a run have ended.
  static func end(_ run: Int, in state: inout AppState) -> [Effect] {
    guard state.run?.number == run else { return [] }
    state.run?.finish()
    return []
  }
}

extension RunState {
  /// Nobody will move any more, as a recording says.
  mutating func conclude(spinning: [LaneIndex]) {
    // What a file says need not be so.
    let lanes = run.world.lanes.indices
    steering.controller.conclude(spinning: spinning.filter { lanes.contains($0) })
  }

  /// All processes have ended.
  mutating func finish() {
    endFollowing()
    if run.world.mainLane == nil, failure == nil {
      failure = scenario == nil ? NoEvents.ended : NoEvents.neverBegan
    }
    steering.finish()
    if case .input? = typing?.purpose { typing = nil }
    channel.behind = 0
  }

  /// The run could not be started, or a request to it failed.
  mutating func fail(_ reason: Localized) {
    if run.world.mainLane == nil {
      failure = reason
      steering.mode = .finished
    } else {
      notice = reason
    }
  }
}
