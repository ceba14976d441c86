import ProcModel

/// How the user moves what is looked at.
extension RunState {
  /// Looks at something else.
  mutating func perform(_ action: LookAction, size: Size) {
    switch action {
    case .laneUp: chooseLane(by: -1, size: size)
    case .laneDown: chooseLane(by: 1, size: size)
    case .eventBack: moveByEvents(-1, size: size)
    case .eventForth: moveByEvents(1, size: size)
    case .columnBack: moveByColumns(-1, size: size)
    case .columnForth: moveByColumns(1, size: size)
    case .tenColumnsBack: moveByColumns(-10, size: size)
    case .tenColumnsForth: moveByColumns(10, size: size)
    case .start: moveToStart(size: size)
    case .zoomIn: zoom(in: true, size: size)
    case .zoomOut: zoom(in: false, size: size)
    case .mark: toggleMark()
    case .nextMark: jumpToMark(size: size)
    case .axis: toggleAxis(size: size)
    }
  }

  /// Goes an event back (-1) or forth (1); those that are hidden are passed over.
  mutating func moveByEvents(_ step: Int, size: Size) {
    guard step < 0 || viewpoint.past != nil else { return }
    var count = moment + step
    if arrangement.choice.isFilter {
      // However many are hidden, a key is answered at once.
      var budget = 20_000
      let trace = run.trace
      while count > 1, count < trace.count, budget > 0, isHidden(trace[count - 1]) {
        count += step
        budget -= 1
      }
    }
    look(atCount: count, size: size)
  }

  /// Goes `columns` columns to the left or right, and from there on to the nearest event: every
  /// press changes something.
  mutating func moveByColumns(_ columns: Int, size: Size) {
    let events = timeAxis(size: size).events
    let from = events.column(of: moment - 1)
    let target = min(max(from + columns, -1), events.count)
    if columns < 0 {
      // All that had happened by the end of the column; a column without news is passed over.
      look(atCount: events.seqs[min(target + 1, events.count)], size: size)
    } else if viewpoint.past != nil {
      let next = events.seqs[max(target, 0)] + 1
      guard next <= run.trace.count else { return viewpoint.followPresent() }
      let end = events.seqs[min(events.column(of: next - 1) + 1, events.count)]
      look(atCount: max(next, end), size: size)
    }
  }

  /// Goes to the first event.
  mutating func moveToStart(size: Size) {
    guard !run.trace.isEmpty else { return }
    look(atCount: 1, size: size)
  }

  /// Goes to the moment of a column of the lanes.
  mutating func look(atColumn column: Int, size: Size) {
    let axis = timeAxis(size: size)
    guard column >= 0, column < axis.columns else { return }
    look(atCount: axis.events.seqs[column + 1], size: size)
  }

  /// The axis of the lanes on a screen of this size.
  func timeAxis(size: Size) -> TimeAxis {
    TimeAxis(of: self, columns: RunLayout(of: self, size: size).chart.columns)
  }

  /// The moment that is looked at: how many events had happened.
  var moment: Int { viewpoint.past?.count ?? run.trace.count }

  /// The time of the last of so many events.
  func time(ofCount count: Int) -> UInt64 {
    count > 0 && count <= run.trace.count ? run.trace.time(of: count - 1) : origin
  }

  /// Goes to the moment after so many events; after all of a run that has ended, or of one that
  /// goes on, that is the present.
  mutating func look(atCount count: Int, size: Size) {
    guard !run.trace.isEmpty else { return }
    let count = max(1, count)
    if count >= run.trace.count { return viewpoint.followPresent() }
    if viewpoint.past == nil { keepWindow(size: size) }
    let before = run.world(after: count - 1)
    viewpoint.past = PastMoment(
      count: count, world: run.world(after: count),
      sentence: Explainer.sentence(for: run.trace[count - 1], before: before))
    keepMomentVisible(size: size)
  }
}
