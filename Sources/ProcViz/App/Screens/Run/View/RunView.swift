import ProcModel

/// The run screen: header, time axis, lanes, the panels of the lower half, legend, keys.
enum RunView {
  /// The screen.
  static func frame(of run: RunState, look: Look, size: Size, bar: [BarView.Item]) -> Frame {
    var frame = Frame(size: size)
    let layout = RunLayout(of: run, size: size)
    let scene = Scene(of: run, look: look, layout: layout)
    HeaderView.draw(run, look: look, in: layout.header, of: &frame)
    AxisView.draw(scene, in: &frame)
    let shown = LanesView.draw(scene, in: &frame)
    PanelsView.draw(scene, in: &frame)
    BottomView.draw(scene, shown: shown, bar: bar, in: &frame)
    return frame
  }
}

/// A run as it is about to be drawn: what several views look up.
struct Scene: Sendable {
  let run: RunState
  let look: Look
  let layout: RunLayout
  let axis: TimeAxis
  /// The world that is looked at.
  let world: World
  /// Which lane stands in which row.
  let order: LaneOrder
  /// The numbers of the locks, which choose their hues, and of the names.
  private let lockNumbers: [ObjectID: Int]
  private let names: [ObjectID: String]

  init(of run: RunState, look: Look, layout: RunLayout) {
    self.run = run
    self.look = look
    self.layout = layout
    axis = TimeAxis(of: run, columns: layout.chart.columns)
    world = run.world
    order = run.laneOrder
    var locks: [ObjectID: Int] = [:]
    var names: [ObjectID: String] = [:]
    // The present's objects: a hue or a name does not change when somebody looks back.
    for object in run.run.world.objects {
      names[object.id] = Sanitizer.line(object.name)
      if object.kind.isLock { locks[object.id] = locks.count }
    }
    for lane in run.run.world.lanes { names[lane.id] = Sanitizer.line(lane.name) }
    lockNumbers = locks
    self.names = names
  }

  /// The number of a lock.
  func lockNumber(_ lock: ObjectID) -> Int { lockNumbers[lock] ?? 0 }

  /// The name of an object or process.
  func name(_ id: ObjectID) -> String { names[id] ?? "?" }

  /// The name of a lane.
  func name(lane: LaneIndex?) -> String {
    lane.flatMap { world.lanes.indices.contains($0) ? Sanitizer.line(world.lanes[$0].name) : nil }
      ?? "?"
  }

  /// The name of a lane as a part of a line, in its hue.
  func part(lane: LaneIndex?) -> Line { Line(name(lane: lane), .init(role: .lane(lane ?? 0))) }

  /// Sets the names of processes off in their hues.
  var highlighter: Highlighter {
    Highlighter(
      world.lanes.prefix(64).enumerated().map { ($1.name, Style(role: .lane($0))) })
  }
}
