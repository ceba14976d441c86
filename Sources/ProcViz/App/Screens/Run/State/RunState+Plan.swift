import ProcModel
import ProcSchedule

/// A schedule to be stepped through: at every rest, the lane that is to move next is chosen.
extension RunState {
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

  /// Chooses the lane that the plan moves next.
  mutating func choosePlanned() {
    guard let move = nextPlanned, let lane = controller.lane(at: move.lane) else { return }
    chosenLane = lane
  }

  /// Drives the run through the rest of the plan.
  ///
  /// - Returns: nil where there is nothing of it left, or the run is not at rest.
  mutating func followPlan() -> [Effect]? {
    guard mode == .paused, past == nil, let plan, let made = plannedMoves, leadsOn else {
      return nil
    }
    scheduleReplay = ScheduleReplay(.given, Schedule(Array(plan.moves[made...])))
    mode = .following
    return controller.point == nil ? [] : goOnUnderControl()
  }

  /// The schedule by which it goes: the plan, or the moves that were made; nil where it went freely.
  var ownSchedule: Schedule? {
    if replay != nil { return shownSchedule }
    if let plan, plannedMoves != nil { return plan }
    return isControlled && !controller.steps.isEmpty ? controller.schedule : nil
  }
}
