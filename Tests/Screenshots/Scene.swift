import TerminalHarness

/// A picture to be taken: how to get there, and what has to be on the screen.
struct Scene: Sendable {
  /// The name of the picture, without language and ending.
  let name: String
  /// The terminal's size.
  var size = TerminalSize.home
  /// The arguments of `procviz`.
  let arguments: [String]
  /// The arguments of a run that is recorded before, until it shows something.
  var recorded: [String] = []
  /// Presses keys and waits until all that belongs in the picture is on the screen.
  let act: @Sendable (Terminal) throws -> Void

  /// The name of the recording, in the folder of the pictures.
  static let recording = "wrong.procviz"
}

/// Plays scenes and takes the picture at the end of each.
struct Stage {
  let program: String
  let language: String
  let camera: Camera

  func play(_ scene: Scene) throws {
    camera.reset()
    if !scene.recorded.isEmpty { try record(scene.recorded) }
    let locale = language == "zh" ? "zh_CN.UTF-8" : "en_US.UTF-8"
    let terminal = try Terminal(
      program, scene.arguments.map(inFolder) + ["--lang", language], size: scene.size,
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

  /// Records a run that shows something: what is to be seen goes well at times.
  private func record(_ arguments: [String]) throws {
    for _ in 0..<20 {
      let options = ["--force", "--record", Scene.recording].map(inFolder)
      let result = try Command.run(
        program, arguments + options, surroundings: Surroundings())
      if result.ending == .code(3) { return }
    }
    throw Failure("nothing went wrong in 20 runs")
  }

  private func inFolder(_ argument: String) -> String {
    argument == Scene.recording ? "\(camera.folder)/\(argument)" : argument
  }
}
