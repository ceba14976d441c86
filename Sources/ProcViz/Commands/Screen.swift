import ProcLessons

/// The way into the terminal interface.
enum Screen {
  /// Opens a scenario, or the menu.
  static func open(_ choice: ScenarioChoice?, _ options: CommonOptions) -> Outcome {
    let status = Interface.run(
      Interface.Options(
        language: options.language, usesASCII: options.ascii, usesColour: options.usesColor,
        opening: choice.map { (scenario: $0.scenario, knobs: $0.knobs) }))
    return status == 0 ? .ok : .failed
  }
}
