import ProcLessons

/// The way into the terminal interface.
enum Screen {
  /// Opens a scenario, or the menu.
  static func open(_ choice: ScenarioChoice?, _ options: CommonOptions) -> Outcome {
    .failed
  }
}
