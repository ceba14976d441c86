/// The whole screen, whatever it shows.
enum ScreenView {
  /// The screen of `state`.
  static func frame(of state: AppState) -> Frame {
    guard Layout.fits(state.size) else {
      return finished(TooSmallView.frame(size: state.size, look: state.look), state)
    }
    return finished(frame(of: state.top.screen, state), state)
  }

  private static func frame(of screen: some Screen, _ state: AppState) -> Frame {
    screen.frame(of: state, bar: screen.barItems(state))
  }

  private static func finished(_ frame: Frame, _ state: AppState) -> Frame {
    state.glyphs.isASCII ? frame.inASCII(keepingText: true) : frame
  }
}
