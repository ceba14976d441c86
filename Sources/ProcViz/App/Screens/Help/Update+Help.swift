extension Update {
  /// A key in the help screen.
  static func pressInHelp(_ key: Key, scroll: Int, in state: inout AppState) -> [Effect] {
    let page = HelpView.page(size: state.size)
    let last = HelpView.lastScroll(look: state.look, size: state.size)
    switch key {
    case .up, .character("k"): state.overlay = .help(scroll: max(0, scroll - 1))
    case .down, .character("j"): state.overlay = .help(scroll: min(last, scroll + 1))
    case .pageUp: state.overlay = .help(scroll: max(0, scroll - page))
    case .pageDown, .character(" "): state.overlay = .help(scroll: min(last, scroll + page))
    case .home: state.overlay = .help(scroll: 0)
    case .end: state.overlay = .help(scroll: last)
    case .escape, .character("q"), .character("?"), .enter: state.overlay = nil
    default: break
    }
    return []
  }
}
