import Glibc
import TerminalHarness

/// A recording, made by a run without a terminal; it goes with this object.
final class Recorded {
  private let surroundings: Surroundings
  /// The file.
  let path: String

  /// Runs and records; `words` are those behind `run`.
  init(_ words: [String]) throws {
    surroundings = try Surroundings()
    path = surroundings.folder + "/a run.procviz"
    let run = try Command.run(
      ProcViz.program, ["run", "--headless", "--record", path] + words,
      surroundings: surroundings)
    guard access(path, R_OK) == 0 else { throw Failure("nothing was recorded: \(run.errors)") }
  }

  /// Cuts the file off.
  func cut(to length: Int) { truncate(path, length) }

  /// What a replay of a file without a terminal says.
  func told(_ file: String? = nil) throws -> Command {
    try Command.run(
      ProcViz.program, ["replay", file ?? path, "--headless"], surroundings: surroundings)
  }
}
