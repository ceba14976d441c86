/// The screens that are open, one on top of the other: the lowest is the menu, the highest is seen.
/// Whoever goes back finds the screen below as it was.
struct ScreenStack: Sendable {
  /// From the lowest to the highest; never empty.
  private var screens: [OpenScreen] = [.menu(MenuScreen())]

  /// The one that is seen.
  var top: OpenScreen {
    get { screens[screens.count - 1] }
    set { screens[screens.count - 1] = newValue }
  }

  /// The one below it; nil below the menu.
  var below: OpenScreen? { screens.dropLast().last }

  /// The screens from the lowest to the highest.
  var kinds: [ScreenKind] { screens.map(\.kind) }

  /// Opens a screen on top.
  mutating func push(_ screen: OpenScreen) { screens.append(screen) }

  /// Goes back to the screen below; the menu stays.
  mutating func pop() { if screens.count > 1 { screens.removeLast() } }

  /// Puts the run screen where a run that has just begun is seen. A run that a search has led to lies
  /// on top of that search; other screens about the run stay, what asked for another run goes.
  ///
  /// - Parameter keepsSearch: whether the search below the run is one of what runs now.
  mutating func showRun(keepsSearch: Bool) {
    let isFromSearch = top.kind == .explore
    let highest = screens.count - 1
    let kept = screens.enumerated().filter { place, screen in
      switch screen.kind {
      case .run: !isFromSearch
      case .line, .knobs, .help, .filter, .schedule: false
      case .explore: isFromSearch ? place == highest : keepsSearch
      case .menu, .compare, .waitGraph, .reading: true
      }
    }
    screens = kept.map(\.element)
    if !kinds.contains(.run) { push(.run(RunScreen())) }
  }

  /// The search that is seen, or lies below what is seen: not one that a run has been opened from.
  var explore: ExploreState? {
    get {
      if let place = explorePlace, case .explore(let explore) = screens[place] {
        explore
      } else {
        nil
      }
    }
    set {
      guard let place = explorePlace, let newValue else { return }
      screens[place] = .explore(newValue)
    }
  }

  private var explorePlace: Int? {
    screens.lastIndex { $0.kind == .explore || $0.kind == .run }
      .flatMap { screens[$0].kind == .explore ? $0 : nil }
  }

  /// Goes back to the search, which has come so far.
  mutating func returnToSearch(_ explore: ExploreState) {
    guard let place = explorePlace else { return }
    screens.removeSubrange((place + 1)...)
    top = .explore(explore)
  }

  /// Goes back from a screen that moves the run to the run itself, where a line is typed.
  mutating func returnToTypingLine() {
    switch top.kind {
    case .waitGraph, .reading: pop()
    case .run, .line, .explore, .compare, .filter, .schedule, .menu, .knobs, .help: break
    }
  }

  /// The comparison that is open, if one is.
  var compare: CompareState? {
    get {
      for case .compare(let compare) in screens { return compare }
      return nil
    }
    set {
      guard let place = screens.lastIndex(where: { $0.kind == .compare }), let newValue else {
        return
      }
      screens[place] = .compare(newValue)
    }
  }

  /// The knobs that are being turned, if they are open.
  var knobs: KnobsState? {
    for case .knobs(let knobs) in screens { return knobs }
    return nil
  }
}
