import ProcModel
import ProcSchedule

/// What each lane of a paused run is about to do, and whether it could: to the right of the present,
/// where the future is.
enum PendingView {
  /// How many of the chart's columns are left for it.
  static func columns(_ run: RunState, of columns: Int) -> Int {
    run.isHeld ? min(columns * 9 / 20, 44) : 0
  }

  /// Draws what one lane is about to do, on its row.
  static func draw(
    _ lane: LaneIndex, row: Int, _ scene: Scene, in frame: inout Frame, shown: inout Set<Sign>
  ) {
    guard scene.run.viewpoint.past == nil, scene.run.isHeld else { return }
    let chart = scene.layout.chart
    let column = scene.axis.endColumn + 1
    let room = chart.columns - column
    guard room >= 3, let pending = Pending(lane, scene) else { return }
    shown.insert(pending.sign)
    let left = chart.column + column
    frame.put(pending.sign.glyph(scene.look.glyphs), row: row, column: left, style: pending.style)
    frame.put(
      TextLayout.truncated(scene.look(pending.text), to: room - 2), row: row, column: left + 2,
      style: pending.sign == .canMove ? .text : .dim)
  }
}

/// A lane's pending operation, as it is shown.
private struct Pending {
  let sign: Sign
  let text: Localized

  init?(_ lane: LaneIndex, _ scene: Scene) {
    let world = scene.run.run.world
    if scene.run.steering.controller.outside.contains(lane) {
      sign = .outside
      text = StepTexts.outsideShort
      return
    }
    guard case .held(let pending) = world.lanes[lane].activity,
      let readiness = scene.run.readiness(of: lane)
    else { return nil }
    sign = Sign(readiness: readiness)
    text = world.pendingText(pending, by: lane)
  }

  var style: Style { Style(role: sign.readinessRole) }
}

extension Sign {
  /// The sign of what would become of a pending operation.
  init(readiness: Option.Readiness) {
    self =
      switch readiness {
      case .ready: .canMove
      case .timesOut: .wouldTimeOut
      case .blocked: .hasToWait
      case .stale: .learnsNothing
      }
  }

  /// What it means that a lane can move, or cannot.
  fileprivate var readinessRole: Style.Role {
    switch self {
    case .canMove: .good
    case .wouldTimeOut, .outside: .warning
    case .hasToWait: .danger
    default: .dim
    }
  }
}

extension RunState {
  /// What would become of a lane's pending operation; nil where it is not held.
  func readiness(of lane: LaneIndex) -> Option.Readiness? {
    let controller = steering.controller
    if let option = controller.point?[controller.path(of: lane)] { return option.readiness }
    return switch run.world.prospect(of: lane) {
    case .happens: .ready
    case .timesOut: .timesOut
    case .waits: .blocked
    case nil: nil
    }
  }
}
