import ProcModel
import ProcSchedule

/// A schedule that a run on the screen is driven through, and why.
struct ScheduleReplay: Sendable {
  /// Why a run is driven.
  enum Purpose: Sendable, Hashable {
    /// The schedule was given.
    case given
    /// The last step is taken back: these are the ones before it.
    case stepBack
    /// The last operation of a run that went freely is taken back: its moves were read from its trace,
    /// and fit as far as they do.
    case nearStepBack
  }

  /// Why.
  let purpose: Purpose
  /// Follows the schedule.
  var scheduler: ReplayScheduler

  /// Drives a run through `schedule`.
  init(_ purpose: Purpose, _ schedule: Schedule) {
    self.purpose = purpose
    scheduler = ReplayScheduler(
      schedule, conduct: purpose == .nearStepBack ? .patient : .strict)
  }

  /// What it follows.
  var schedule: Schedule { scheduler.schedule }

  /// Whether all of it has been done, or it leads no further.
  var isOver: Bool { scheduler.isOver }
}

extension ScheduleReplay: Scheduler {
  /// The schedule's next move; nil where it leads no further.
  mutating func choose(_ point: SchedulePoint) -> Move? {
    let move = scheduler.choose(point)
    return scheduler.isFollowing ? move : nil
  }

  mutating func note(_ step: Step) { scheduler.note(step) }
  var isFollowing: Bool { true }
  var awaited: LanePath? { scheduler.awaited }
  var divergence: Divergence? { scheduler.divergence }
}
