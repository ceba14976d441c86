import ProcModel

extension Update {
  /// Takes what came out of the channel.
  static func take(_ batch: EventBatch, of run: Int, in state: inout AppState) -> [Effect] {
    guard state.run?.number == run else { return [] }
    for event in batch.events { state.run?.append(event) }
    state.run?.malformed = batch.malformed
    state.run?.behind = batch.behind
    state.run?.hasDying = batch.hasDying
    return state.run?.goOn() ?? []
  }

  /// All processes of a run have ended.
  static func end(_ run: Int, in state: inout AppState) -> [Effect] {
    guard state.run?.number == run else { return [] }
    state.run?.endFollowing()
    state.run?.mode = .finished
    state.run?.situation = nil
    state.run?.hasDying = false
    state.run?.typing = nil
    state.run?.typingLane = nil
    state.run?.behind = 0
    return []
  }
}

extension RunState {
  /// Notes the time.
  mutating func tick(_ time: UInt64) { now = max(now, time) }

  /// The run could not be started, or a request to it failed.
  mutating func fail(_ reason: Localized) {
    if run.trace.isEmpty {
      failure = reason
      mode = .finished
    } else {
      notice = reason
    }
  }
}
