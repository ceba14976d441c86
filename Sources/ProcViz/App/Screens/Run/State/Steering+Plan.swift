import ProcModel
import ProcSchedule

/// A schedule to be stepped through: at every rest, the lane that is to move next is chosen.
extension Steering {
  /// How many moves of the plan were made; nil where there is no plan, or another move was made.
  var plannedMoves: Int? {
    guard let plan, isControlled, controller.steps.count <= plan.moves.count,
      zip(controller.steps, plan.moves).allSatisfy({ $0.move == $1 })
    else { return nil }
    return controller.steps.count
  }

  /// The plan's next move.
  private var nextPlanned: Move? {
    guard let plan, let made = plannedMoves, made < plan.moves.count else { return nil }
    return plan.moves[made]
  }

  /// Whether the plan leads on from here.
  var leadsOn: Bool { nextPlanned != nil }

  /// The lane that the plan moves next.
  var plannedLane: LaneIndex? { nextPlanned.flatMap { controller.lane(at: $0.lane) } }

  /// Drives the run through the rest of the plan.
  ///
  /// - Returns: whether there was anything left of it, and the run was at rest.
  mutating func followPlan() -> Bool {
    guard mode == .paused, let plan, let made = plannedMoves, leadsOn else { return false }
    follow(ScheduleReplay(.given, Schedule(Array(plan.moves[made...]))))
    return true
  }

  /// The moves that were made; nil where the run went freely.
  var schedule: Schedule? { isControlled ? controller.schedule : nil }

  /// The schedule by which the run goes: the plan, or the moves that were made; nil where it went
  /// freely, or no move was made.
  var ownSchedule: Schedule? {
    if let plan, plannedMoves != nil { return plan }
    return controller.steps.isEmpty ? nil : schedule
  }

  /// What leads to the moment before the last step; nil where there has been none.
  var replayBack: ScheduleReplay? {
    if mode == .following, let scheduleReplay {
      let purpose = scheduleReplay.purpose == .nearStepBack ? scheduleReplay.purpose : .stepBack
      return ScheduleReplay(purpose, back: scheduleReplay.schedule)
    }
    if isControlled {
      // A step that has not come to its end yet is taken back by itself.
      if case .stepping(.moving) = mode { return ScheduleReplay(.stepBack, controller.schedule) }
      let steps = controller.steps
      return steps.isEmpty ? nil : ScheduleReplay(.stepBack, Schedule(steps: steps.dropLast()))
    }
    return ScheduleReplay(.nearStepBack, back: Schedule(retracing: controller.run))
  }
}

extension ScheduleReplay {
  /// Drives through `schedule` without its last move; nil where it has none.
  fileprivate init?(_ purpose: Purpose, back schedule: Schedule) {
    guard !schedule.moves.isEmpty else { return nil }
    self.init(purpose, schedule.prefix(schedule.moves.count - 1))
  }
}
