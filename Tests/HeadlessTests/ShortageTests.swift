import Glibc
import HeadlessHarness
import TerminalHarness
import Testing

/// No descriptors, no processes, no room: a clear sentence, and nothing left behind.
@Suite struct ShortageTests {
  private func run(_ limit: String, _ words: String) throws -> (Command, Surroundings) {
    let surroundings = try Surroundings()
    let command = try Command.run(
      "/bin/sh", ["-c", "\(limit); exec \"$0\" \(words)", Headless.program],
      surroundings: surroundings)
    return (command, surroundings)
  }

  @Test(arguments: 4...24)
  func fewDescriptors(limit: Int) throws {
    let (command, surroundings) = try run("ulimit -n \(limit)", "run counter --headless --lock on")
    try Headless.expectNothingLeft(surroundings)
    switch command.ending {
    case .code(1): #expect(command.errors.contains("ulimit -n"), "\(command.errors)")
    case .code(3): #expect(command.output.contains("process-failed"), "\(command.output)")
    default: #expect(command.ending == .code(0), "\(command.output) \(command.errors)")
    }
  }

  @Test func aFolderThatCannotBeWrittenToIsPassedOver() throws {
    let surroundings = try Surroundings(["XDG_RUNTIME_DIR": "/proc/nowhere", "TMPDIR": "/proc"])
    let command = try Command.run(
      Headless.program, ["run", "subclass", "--headless"], surroundings: surroundings)
    #expect(command.ending == .code(0), "\(command.errors)")
  }
}
