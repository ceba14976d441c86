/// The whole screen, whatever it shows.
enum ScreenView {
  /// The screen of `state`.
  static func frame(of state: AppState) -> Frame {
    guard Layout.fits(state.size) else {
      return finished(TooSmallView.frame(size: state.size, look: state.look), state)
    }
    let frame =
      switch state.overlay {
      case .help(let scroll): HelpView.frame(scroll: scroll, look: state.look, size: state.size)
      case .knobs(let knobs):
        KnobsView.frame(
          knobs, of: state.scenarios[knobs.scenario], look: state.look, size: state.size)
      case .filter(let chosen):
        if let run = state.run {
          FilterView.frame(of: run, chosen: chosen, look: state.look, size: state.size)
        } else {
          MenuView.frame(of: state)
        }
      case .schedule:
        if let run = state.run {
          ScheduleView.frame(of: run, look: state.look, size: state.size)
        } else {
          MenuView.frame(of: state)
        }
      case nil: frameBelowOverlay(of: state)
      }
    return finished(frame, state)
  }

  private static func frameBelowOverlay(of state: AppState) -> Frame {
    switch (state.tool, state.run) {
    case (.explore(let explore), _):
      ExploreView.frame(of: explore, look: state.look, size: state.size)
    case (.compare(let compare), _):
      CompareView.frame(of: compare, look: state.look, size: state.size)
    case (.waiting(let scroll), let run?):
      WaitGraphView.frame(of: run, scroll: scroll, look: state.look, size: state.size)
    case (.reading(let scroll), let run?):
      ReadingView.frame(of: run, scroll: scroll, look: state.look, size: state.size)
    case (_, let run?): RunView.frame(of: run, look: state.look, size: state.size)
    case (_, nil): MenuView.frame(of: state)
    }
  }

  private static func finished(_ frame: Frame, _ state: AppState) -> Frame {
    state.glyphs.isASCII ? frame.inASCII(keepingText: true) : frame
  }
}
