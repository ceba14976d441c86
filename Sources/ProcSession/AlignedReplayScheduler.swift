import ProcSchedule

/// Follows a schedule as far as it fits, and notes which of its moves every step was.
struct AlignedReplayScheduler: Scheduler {
  /// Of each step that was made, the place of its move in the schedule; nil: it came after all of
  /// them.
  private(set) var places: [Int?] = []

  private var replay: ReplayScheduler

  /// Follows `schedule`; moves that are not possible are left out.
  init(_ schedule: Schedule) { replay = ReplayScheduler(schedule, conduct: .lenient) }

  mutating func choose(_ point: SchedulePoint) -> Move? {
    let move = replay.choose(point)
    places.append(replay.isFollowing ? replay.position - 1 : nil)
    return move
  }

  mutating func note(_ step: Step) { replay.note(step) }
}
