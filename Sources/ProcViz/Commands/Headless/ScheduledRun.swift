import ProcModel
import ProcSchedule

/// A run without a terminal that follows a schedule, and then, by default, goes on to its end.
struct ScheduledRun {
  private(set) var controller = RunController(.watched, reading: .asks)
  private var replay: ReplayScheduler
  /// What has happened since the last step was told, in channel order.
  private var untold: [Event] = []

  /// A run that follows `schedule`.
  init(_ schedule: Schedule) { replay = ReplayScheduler(schedule) }

  /// The lanes that are outside the scheduler's view, by their names.
  var namesOutside: [String] {
    controller.outside.sorted().map { Sanitizer.line(controller.run.world.lanes[$0].name) }
  }

  /// Takes events.
  mutating func take(_ events: [Event]) {
    controller.take(events)
    untold += events
  }

  /// Where the run stands.
  mutating func look(_ glance: Glance) -> RunController.Standing { controller.look(glance) }

  /// Everybody is at rest: what is to be done next.
  mutating func choose() -> RunController.Answer { controller.choose(&replay) }

  /// The line has come for which somebody waits.
  mutating func type(_ line: String) -> RunController.Answer { controller.type(line) }

  /// The events that have not been told, in an order that is the same every time.
  mutating func takeUntold() -> [Event] {
    defer { untold = [] }
    return StepOrder(controller: controller).sorted(untold)
  }

  /// Ends the step that was under way when the run ended.
  mutating func rest() {
    if let step = controller.rest() { replay.note(step) }
  }

  /// Why the schedule was not followed to its end, now that the run is over.
  var divergenceAtEnd: Divergence? { replay.divergenceAtEnd() }
}
