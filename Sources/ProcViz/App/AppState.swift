import ProcLessons
import ProcModel

/// All that the interface knows; the screen is a function of it.
struct AppState: Sendable {
  /// How large the terminal is.
  var size: Size
  /// The language of all texts.
  var language: Language
  /// The signs to draw with.
  var glyphs: Glyphs
  /// The scenarios that there are, in the order of the tutorial.
  let scenarios: [Scenario]
  /// The scenario chosen in the menu.
  var chosenScenario = 0
  /// The screens that are open.
  var stack = ScreenStack()
  /// The run that is shown, or lies below what is shown, if there is one.
  var run: RunState?
  /// The last search that came to its end by itself: it is shown again where it is asked for again.
  var lastSearch: ExploreState?
  /// How many searches and comparisons were begun.
  var searchCount = 0
  /// How many runs were started.
  var runCount = 0

  /// The menu of `scenarios`.
  init(size: Size, language: Language, glyphs: Glyphs = .unicode, scenarios: [Scenario]) {
    self.size = size
    self.language = language
    self.glyphs = glyphs
    self.scenarios = scenarios
  }

  /// The screen that is seen and takes the keys: while a line is typed, all of them go into it.
  var top: OpenScreen {
    stack.top.kind == .run && run?.typing != nil ? .line(LineScreen()) : stack.top
  }

  /// The search that is seen, or lies below what is seen.
  var explore: ExploreState? {
    get { stack.explore }
    set { stack.explore = newValue }
  }

  /// The comparison that is open, if one is.
  var compare: CompareState? {
    get { stack.compare }
    set { stack.compare = newValue }
  }

  /// The knobs that are being turned, if they are open.
  var knobs: KnobsState? { stack.knobs }

  /// How texts and signs are chosen.
  var look: Look { Look(language: language, glyphs: glyphs) }
}

/// How views choose texts and signs.
struct Look: Sendable, Hashable {
  let language: Language
  let glyphs: Glyphs

  /// The text in the language of the interface.
  func callAsFunction(_ text: Localized) -> String { text[language] }
}
