import ProcModel

/// A screen of the interface: the type is what it knows of itself. What a screen must have does not
/// compile until it is there: its keys, what they do, what it draws, and what the mouse does.
protocol Screen: Sendable {
  /// What its keys ask for.
  associatedtype Action: Hashable, Sendable

  /// Its part of the table of keys.
  static var keys: [KeyGroup<Action>] { get }

  /// What the bar at the bottom names, the most wanted first where not all have room.
  func bar(_ state: AppState) -> [BarKey<Action>]

  /// Does what a key asks for.
  func perform(_ action: Action, in state: inout AppState) -> [Effect]

  /// Takes a key.
  func press(_ key: Key, in state: inout AppState) -> [Effect]

  /// Does what the mouse asks for.
  func use(_ mouse: MouseAction, in state: inout AppState) -> [Effect]

  /// What is seen.
  ///
  /// - Parameter bar: the bar at the bottom.
  func frame(of state: AppState, bar: [BarView.Item]) -> Frame
}

/// What a bar names: a key of the screen's own, or one that is the same everywhere.
enum BarKey<Action: Hashable & Sendable>: Sendable, Hashable {
  case own(Action)
  case common(KeyTable.CommonAction)
}

extension Screen {
  func press(_ key: Key, in state: inout AppState) -> [Effect] {
    if let action = Self.action(for: key, in: state) { return perform(action, in: &state) }
    return KeyTable.common(key).map { Update.perform($0, in: &state) } ?? []
  }
}

/// The screens that there are.
enum ScreenKind: Sendable, Hashable, CaseIterable {
  case run, line, explore, compare, waitGraph, reading, filter, schedule, menu, knobs, help

  /// What each is.
  var definition: any Screen.Type {
    switch self {
    case .run: RunScreen.self
    case .line: LineScreen.self
    case .explore: ExploreState.self
    case .compare: CompareState.self
    case .waitGraph: WaitGraphScreen.self
    case .reading: ReadingScreen.self
    case .filter: FilterScreen.self
    case .schedule: ScheduleScreen.self
    case .menu: MenuScreen.self
    case .knobs: KnobsState.self
    case .help: HelpScreen.self
    }
  }
}

/// A screen that is open, with what it knows of itself.
enum OpenScreen: Sendable {
  case run(RunScreen)
  case line(LineScreen)
  case explore(ExploreState)
  case compare(CompareState)
  case waitGraph(WaitGraphScreen)
  case reading(ReadingScreen)
  case filter(FilterScreen)
  case schedule(ScheduleScreen)
  case menu(MenuScreen)
  case knobs(KnobsState)
  case help(HelpScreen)

  /// Which it is.
  var kind: ScreenKind {
    switch self {
    case .run: .run
    case .line: .line
    case .explore: .explore
    case .compare: .compare
    case .waitGraph: .waitGraph
    case .reading: .reading
    case .filter: .filter
    case .schedule: .schedule
    case .menu: .menu
    case .knobs: .knobs
    case .help: .help
    }
  }

  /// What it is.
  var screen: any Screen {
    switch self {
    case .run(let screen): screen
    case .line(let screen): screen
    case .explore(let screen): screen
    case .compare(let screen): screen
    case .waitGraph(let screen): screen
    case .reading(let screen): screen
    case .filter(let screen): screen
    case .schedule(let screen): screen
    case .menu(let screen): screen
    case .knobs(let screen): screen
    case .help(let screen): screen
    }
  }
}
