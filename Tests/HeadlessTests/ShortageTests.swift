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

  /// A file of no size cannot hold the control page.
  @Test func noRoomForAFile() throws {
    let (command, surroundings) = try run("ulimit -f 0", "run counter --headless --lock on")
    try Headless.expectNothingLeft(surroundings)
    #expect(command.ending == .code(1))
    #expect(command.errors.contains("ulimit -f"), "\(command.errors)")
  }

  /// Files may be small, as long as they hold what a small program shares. (The shell's units are
  /// 512 bytes: 1 GiB, 64 MiB, 2 MiB.)
  @Test(arguments: [2_097_152, 131_072, 4096])
  func littleRoomForAFile(blocks: Int) throws {
    let (command, surroundings) = try run(
      "ulimit -f \(blocks)", "run counter --headless --lock on")
    try Headless.expectNothingLeft(surroundings)
    #expect(command.ending == .code(0), "\(command.output) \(command.errors)")
  }

  /// Where it is too little, what is printed says which limit is in the way.
  @Test func tooLittleRoomForAFileIsTold() throws {
    let (command, surroundings) = try run("ulimit -f 1000", "run counter --headless --lock on")
    try Headless.expectNothingLeft(surroundings)
    #expect(command.ending == .code(1), "\(command.output) \(command.errors)")
    #expect(command.output.contains("ulimit -f"), "\(command.output) \(command.errors)")
  }

  /// Without /proc the words of a command line are known all the same.
  @Test(.enabled(if: geteuid() == 0)) func withoutProcTheArgumentsAreKnown() throws {
    let surroundings = try Surroundings()
    func run(_ words: String) throws -> Command {
      try Command.run(
        "/bin/sh",
        [
          "-c",
          "exec unshare -m sh -c 'mount -t tmpfs none /proc && exec \"$0\" \(words)' \"$0\"",
          Headless.program,
        ], surroundings: surroundings)
    }
    let list = try run("list")
    // Not everybody may mount: then there is nothing to be seen.
    if list.errors.contains("unshare") || list.errors.contains("mount") { return }
    #expect(list.output.contains("counter"), "\(list.errors)")
    let wrong = try run("run nope")
    #expect(wrong.ending == .code(64))
    #expect(wrong.errors.contains("nope"), "\(wrong.errors)")
    let scenario = try run("run counter --headless --lock on")
    #expect(scenario.ending == .code(0), "\(scenario.output) \(scenario.errors)")
  }

  @Test(arguments: ["run counter --headless --lock on", "list", "list --json"])
  func noRoomForTheOutput(words: String) throws {
    let (command, surroundings) = try run("exec >/dev/full", words)
    try Headless.expectNothingLeft(surroundings)
    #expect(command.ending == .code(1))
    #expect(command.errors.contains("standard output"), "\(command.errors)")
  }

  /// The limit counts for other users than root only, so that root has to become one.
  @Test(.enabled(if: geteuid() == 0 && isOpenToOthers(Headless.program)), arguments: 0...12)
  func fewProcesses(limit: Int) throws {
    let surroundings = try Surroundings()
    // A user that no other process has, so that all processes of that user are ours.
    let user = UInt32(1_000_000 + Int(getpid()) * 16 + limit)
    chown(surroundings.folder, user, user)
    let command = try Command.run(
      "/usr/bin/setpriv",
      [
        "--reuid=\(user)", "--regid=\(user)", "--clear-groups", "/bin/bash", "-c",
        "ulimit -u \(limit); exec \"$0\" run counter --headless --lock on", Headless.program,
      ], surroundings: surroundings)
    try Headless.expectNothingLeft(surroundings)
    let told = command.output + command.errors
    if command.ending != .code(0) { #expect(told.contains("ulimit -u"), "\(told)") }
    #expect([.code(0), .code(1), .code(3)].contains(command.ending), "\(told)")
    #expect(limit > 2 || command.ending == .code(1), "\(told)")
  }

  @Test func aFolderThatCannotBeWrittenToIsPassedOver() throws {
    let surroundings = try Surroundings(["XDG_RUNTIME_DIR": "/proc/nowhere", "TMPDIR": "/proc"])
    let command = try Command.run(
      Headless.program, ["run", "subclass", "--headless"], surroundings: surroundings)
    #expect(command.ending == .code(0), "\(command.errors)")
  }
}

/// Whether every user can run the program at `path`: no folder on the way is closed to them.
private func isOpenToOthers(_ path: String) -> Bool {
  var folder = path
  while !folder.isEmpty {
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & 0o001 != 0 else { return false }
    folder = String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)])
  }
  return true
}
