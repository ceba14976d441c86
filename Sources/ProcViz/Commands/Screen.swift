/// The way into the terminal interface.
enum Screen {
  /// Opens a run, or the menu.
  static func open(_ opening: Interface.Opening?, _ options: CommonOptions) -> Outcome {
    let status = Interface.run(
      Interface.Options(
        language: options.language, usesASCII: options.ascii, usesColour: options.usesColor,
        opening: opening))
    return status == 0 ? .ok : .failed
  }
}
