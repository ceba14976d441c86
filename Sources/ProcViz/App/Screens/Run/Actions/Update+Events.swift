import ProcModel
import ProcSchedule

extension Update {
  /// Takes what came out of the channel.
  static func take(_ batch: EventBatch, of run: Int, in state: inout AppState) -> [Effect] {
    guard state.run?.number == run else { return [] }
    for event in batch.events { state.run?.append(event) }
    state.run?.malformed = batch.malformed
    state.run?.behind = batch.behind
    state.run?.replay?.progress = batch.progress
    if let concluded = batch.concluded { state.run?.conclude(spinning: concluded) }
    state.run?.searchOn(size: state.size)
    let glance = batch.glance ?? Glance(time: state.run?.now ?? 0, hasDying: false, activity: nil)
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
    controller.conclude(spinning: spinning.filter { run.world.lanes.indices.contains($0) })
  }

  /// Notes the time.
  mutating func tick(_ time: UInt64) { now = max(now, time) }

  /// All processes have ended.
  mutating func finish() {
    endFollowing()
    if run.world.mainLane == nil, failure == nil {
      failure = scenario == nil ? NoEvents.ended : NoEvents.neverBegan
    }
    mode = .finished
    controller.release()
    lookAgain = nil
    if typing?.purpose == .input { typing = nil }
    typingLane = nil
    behind = 0
  }

  /// The run could not be started, or a request to it failed.
  mutating func fail(_ reason: Localized) {
    if run.world.mainLane == nil {
      failure = reason
      mode = .finished
    } else {
      notice = reason
    }
  }
}
