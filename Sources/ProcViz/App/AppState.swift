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
  /// The run that is shown, if any; without one the menu is.
  var run: RunState?
  /// The screen about it that is shown in its place, if any.
  var tool: Tool?
  /// The last search that came to its end by itself: it is shown again where it is asked for again.
  var lastSearch: ExploreState?
  /// How many searches and comparisons were begun.
  var searchCount = 0
  /// What lies on top of it.
  var overlay: Overlay?
  /// How many runs were started.
  var runCount = 0

  /// A screen on top of the menu or the run.
  enum Overlay: Sendable, Hashable {
    /// Every key; the first line shown.
    case help(scroll: Int)
    /// The knobs.
    case knobs(KnobsState)
    /// What is shown and what is hidden; the item chosen.
    case filter(chosen: Int)
    /// The schedule of the run so far, to be copied.
    case schedule
  }

  /// The menu of `scenarios`.
  init(size: Size, language: Language, glyphs: Glyphs = .unicode, scenarios: [Scenario]) {
    self.size = size
    self.language = language
    self.glyphs = glyphs
    self.scenarios = scenarios
  }

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
