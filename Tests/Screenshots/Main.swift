import Glibc
import TerminalHarness

/// Photographs ProcViz. Runs inside a real terminal emulator (scripts/screenshots.sh opens one):
/// starts the program on an inner terminal, passes on every byte that it writes as it is, and takes a
/// picture of the window when the screen is as a scene wants it.
///
/// Usage: Screenshots PROGRAM FOLDER LANGUAGE [SCENE …]
@main struct Main {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 3 else {
      complain("usage: Screenshots PROGRAM FOLDER LANGUAGE [SCENE …]")
      exit(64)
    }
    let wanted = Set(arguments.dropFirst(3))
    do {
      let camera = try Camera(folder: arguments[1])
      let stage = Stage(program: arguments[0], language: arguments[2], camera: camera)
      for scene in Scene.all where wanted.isEmpty || wanted.contains(scene.name) {
        if scene.size == camera.size { try stage.play(scene) }
      }
    } catch {
      complain("\(error)")
      exit(1)
    }
  }

  /// Standard error is a file: the window belongs to the program.
  private static func complain(_ text: String) {
    let line = "screenshots: \(text)\n"
    _ = write(STDERR_FILENO, line, line.utf8.count)
  }
}
