import TerminalHarness

/// A picture to be taken: how to get there, and what has to be on the screen.
struct Scene: Sendable {
  /// The name of the picture, without language and ending.
  let name: String
  /// The terminal's size.
  var size = TerminalSize.home
  /// The arguments of `procviz`.
  let arguments: [String]
  /// Presses keys and waits until all that belongs in the picture is on the screen.
  let act: @Sendable (Terminal) throws -> Void
}

/// Plays scenes and takes the picture at the end of each.
struct Stage {
  let program: String
  let language: String
  let camera: Camera

  func play(_ scene: Scene) throws {
    camera.reset()
    let locale = language == "zh" ? "zh_CN.UTF-8" : "en_US.UTF-8"
    let terminal = try Terminal(
      program, scene.arguments + ["--lang", language], size: scene.size,
      surroundings: Surroundings(["LANG": locale]))
    terminal.onOutput = camera.show
    do {
      try scene.act(terminal)
      try camera.take("\(scene.name).\(language)")
    } catch {
      throw Failure("\(scene.name).\(language): \(error)")
    }
    try terminal.press(.control("c"))
    try terminal.waitForEnd()
  }
}
