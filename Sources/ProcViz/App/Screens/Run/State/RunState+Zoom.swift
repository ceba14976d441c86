import ProcModel

/// Zooming, and what of the time, or of the events, is shown.
extension RunState {
  /// Changes between time and events.
  mutating func toggleAxis(size: Size) {
    viewpoint.showsEvents.toggle()
    guard viewpoint.past != nil else { return }
    keepWindow(size: size)
    keepMomentVisible(size: size)
  }

  /// Shows less, or more, around the moment that is looked at.
  mutating func zoom(in isIn: Bool, size: Size) {
    let axis = timeAxis(size: size)
    if viewpoint.showsEvents {
      let center = eventCenter(axis)
      viewpoint.eventWindow.zoom(in: isIn, axis, total: run.trace.count)
      if let center { viewpoint.eventWindow.center(center, columns: axis.columns) }
    } else {
      let whole = max(clock.shown(present, of: run), 1_000)
      let center = timeCenter(axis)
      viewpoint.window.zoom(in: isIn, axis, whole: whole)
      if let center { viewpoint.window.center(center) }
    }
  }

  /// What stays in the middle when the time is zoomed, in shown time: the moment that is looked at,
  /// else what was in the middle; at first, where most happened. Nil where the present is followed.
  private func timeCenter(_ axis: TimeAxis) -> UInt64? {
    if let past = viewpoint.past { return clock.shown(time(ofCount: past.count), of: run) }
    guard isFinished else { return nil }
    guard viewpoint.window.end == nil else { return UInt64(max(0, axis.middle)) }
    return clock.shown(time(ofCount: run.trace.count / 2 + 1), of: run)
  }

  /// What stays in the middle when events are zoomed: a place in the trace. Nil where the present is
  /// followed.
  private func eventCenter(_ axis: TimeAxis) -> Double? {
    if let past = viewpoint.past { return Double(past.count - 1) }
    guard isFinished else { return nil }
    guard viewpoint.eventWindow.start != nil else { return Double(run.trace.count) / 2 }
    return axis.middle
  }

  /// What somebody looks back at stays where it is on the screen, though the run goes on.
  mutating func keepWindow(size: Size) {
    guard !isFinished else { return }
    let axis = timeAxis(size: size)
    if viewpoint.showsEvents {
      viewpoint.eventWindow.keep(axis)
    } else {
      viewpoint.window.keep(axis)
    }
  }

  /// Moves the window as little as needed to show the moment.
  mutating func keepMomentVisible(size: Size) {
    guard let past = viewpoint.past else { return }
    let axis = timeAxis(size: size)
    if viewpoint.showsEvents {
      viewpoint.eventWindow.show(past.count - 1, axis)
    } else {
      viewpoint.window.show(clock.shown(time(ofCount: past.count), of: run), axis)
    }
  }

  /// Marks the moment that is looked at, or takes its mark away.
  mutating func toggleMark() {
    guard !run.trace.isEmpty else { return }
    let index = viewpoint.marks.toggle(moment)
    let count = viewpoint.marks.moments.count
    notice =
      index.map {
        let time = time(ofCount: moment).distance(after: origin)
        return MarkTexts.set(at: time, number: $0 + 1, of: count)
      } ?? MarkTexts.removed(left: count)
  }

  /// Goes to the next mark, after the last one to the first.
  mutating func jumpToMark(size: Size) {
    guard let index = viewpoint.marks.next(after: moment) else {
      notice = MarkTexts.none
      return
    }
    look(atCount: viewpoint.marks.moments[index], size: size)
    notice = MarkTexts.reached(index + 1, of: viewpoint.marks.moments.count)
  }
}
