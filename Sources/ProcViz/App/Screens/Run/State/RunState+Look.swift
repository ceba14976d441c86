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
    guard step < 0 || past != nil else { return }
    var count = moment + step
    if choice.isFilter {
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
    } else if past != nil {
      let next = events.seqs[max(target, 0)] + 1
      guard next <= run.trace.count else { return followPresent() }
      let end = events.seqs[min(events.column(of: next - 1) + 1, events.count)]
      look(atCount: max(next, end), size: size)
    }
  }

  /// Goes to the first event.
  mutating func moveToStart(size: Size) {
    guard !run.trace.isEmpty else { return }
    look(atCount: 1, size: size)
  }

  /// Goes back to the present.
  mutating func followPresent() {
    past = nil
    if window.isKept { window.span = nil }
    window.isKept = false
    window.end = nil
    if eventWindow.isKept { eventWindow.perColumn = nil }
    eventWindow.isKept = false
    eventWindow.start = nil
  }

  /// Goes to the moment of a column of the lanes.
  mutating func look(atColumn column: Int, size: Size) {
    let axis = timeAxis(size: size)
    guard column >= 0, column < axis.columns else { return }
    look(atCount: axis.events.seqs[column + 1], size: size)
  }

  /// Shows less, or more, of the time, around the moment that is looked at.
  mutating func zoom(in isIn: Bool, size: Size) {
    if showsEvents { return zoomEvents(in: isIn, size: size) }
    let axis = timeAxis(size: size)
    window.isKept = false
    let shown = UInt64(max(1, axis.perColumn * Double(axis.columns)))
    let least = UInt64(axis.columns)  // a nanosecond a column
    let whole = max(shownPresent, 1_000)
    if isIn {
      window.span = max(least, shown / 2)
    } else if shown >= whole / 2 {
      window = TimeWindow()
      return
    } else {
      window.span = shown * 2
    }
    guard let center = zoomCenter(axis), let span = window.span else { return }
    window.end = max(span, center + span / 2)
  }

  /// What stays in the middle when the time is zoomed, in shown time: the moment that is looked at,
  /// else what was in the middle; at first, where most happened. Nil where the present is followed.
  private func zoomCenter(_ axis: TimeAxis) -> UInt64? {
    if let past { return elastic.shown(time(ofCount: past.count), origin: origin) }
    guard mode == .finished else { return nil }
    guard window.end == nil else {
      return UInt64(max(0, axis.start + axis.perColumn * Double(axis.columns) / 2))
    }
    return elastic.shown(time(ofCount: run.trace.count / 2 + 1), origin: origin)
  }

  /// The axis of the lanes on a screen of this size.
  func timeAxis(size: Size) -> TimeAxis {
    TimeAxis(of: self, columns: RunLayout(of: self, size: size).chart.columns)
  }

  /// The moment that is looked at: how many events had happened.
  var moment: Int { past?.count ?? run.trace.count }

  /// The time of the last of so many events.
  func time(ofCount count: Int) -> UInt64 {
    count > 0 && count <= run.trace.count ? run.trace.time(of: count - 1) : origin
  }

  /// Goes to the moment after so many events; after all of a run that has ended, or of one that
  /// goes on, that is the present.
  mutating func look(atCount count: Int, size: Size) {
    guard !run.trace.isEmpty else { return }
    let count = max(1, count)
    if count >= run.trace.count { return followPresent() }
    if past == nil { keepWindow(size: size) }
    let before = run.world(after: count - 1)
    past = PastMoment(
      count: count, world: run.world(after: count),
      sentence: Explainer.sentence(for: run.trace[count - 1], before: before))
    keepMomentVisible(size: size)
  }

  /// What somebody looks back at stays where it is on the screen, though the run goes on.
  mutating func keepWindow(size: Size) {
    if showsEvents { return keepEvents(size: size) }
    guard mode != .finished, window.span == nil else { return }
    let axis = timeAxis(size: size)
    let span = UInt64(max(1, axis.perColumn * Double(axis.columns)))
    window = TimeWindow(span: span, end: span, isKept: true)
  }

  /// Moves the window as little as needed to show the moment.
  mutating func keepMomentVisible(size: Size) {
    if showsEvents { return keepMomentAmongEvents(size: size) }
    guard let past, let span = window.span else { return }
    let moment = elastic.shown(time(ofCount: past.count), origin: origin)
    let axis = timeAxis(size: size)
    let margin = axis.perColumn * 2
    let end = axis.start + Double(span)
    if Double(moment) < axis.start + margin {
      window.end = UInt64(max(Double(span), Double(moment) - margin + Double(span)))
    } else if Double(moment) > end - margin {
      window.end = UInt64(Double(moment) + margin)
    } else {
      window.end = UInt64(max(0, end))
    }
  }
}
