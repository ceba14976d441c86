import ProcLessons
import ProcModel

/// What a key of the run screen asks for.
enum RunAction: Sendable, Hashable {
  /// To look at something else.
  case look(LookAction)
  /// To look for events.
  case find(FindAction)
  /// To arrange the lanes.
  case arrange(ArrangeAction)
  /// That processes are held, or move.
  case steer(SteerAction)
  /// Another run.
  case again(AgainAction)
  /// That a recording is played.
  case play(PlayAction)
  /// Another screen.
  case open(OpenAction)
  /// The end of the plan, or of the recording; else the present.
  case present
  /// What the chosen row has to show; else an empty line for who waits for one.
  case enter
  case record
  case back
}

/// Looking at something else.
enum LookAction: Sendable, Hashable, CaseIterable {
  case laneUp, laneDown, eventBack, eventForth, columnBack, columnForth, tenColumnsBack
  case tenColumnsForth, start, zoomIn, zoomOut, mark, nextMark, axis
}

/// Looking for events.
enum FindAction: Sendable, Hashable, CaseIterable {
  case open, next, previous, end
}

/// Arranging the lanes.
enum ArrangeAction: Sendable, Hashable, CaseIterable {
  case fold, group, rank
}

/// Holding processes, and letting them move.
enum SteerAction: Sendable, Hashable {
  case pause, goOn, step, stepBack, input
  /// The lane in this row moves; rows count from 1.
  case move(Int)
}

/// Another run: of the same, or of something else.
enum AgainAction: Sendable, Hashable, CaseIterable {
  case same, lock, startMethod, faster, slower, nextScenario, previousScenario
}

/// Playing a recording.
enum PlayAction: Sendable, Hashable, CaseIterable {
  case toggle, fromStart, faster, slower
}

/// Opening another screen.
enum OpenAction: Sendable, Hashable, CaseIterable {
  case knobs, filter, explore, compare, waitGraph, reading, schedule
}

extension RunAction {
  /// Why it cannot be done with a run that was recorded, or is made elsewhere; nil: it can.
  func refusal(of replay: ReplayState, _ scenario: Scenario?) -> Localized? {
    switch self {
    case .steer: replay.isStream ? ReplayTexts.cannotHold : ReplayTexts.cannotMove
    case .again(.lock), .again(.startMethod): ReplayTexts.cannotChange(scenario)
    case .open(.explore), .open(.compare), .open(.knobs):
      scenario == nil ? ReplayTexts.notHere : nil
    case .open(.filter), .open(.waitGraph), .open(.reading), .open(.schedule): nil
    case .again(.same), .again(.faster), .again(.slower), .again(.nextScenario),
      .again(.previousScenario):
      nil
    case .look, .find, .arrange, .play, .present, .enter, .record, .back: nil
    }
  }
}
