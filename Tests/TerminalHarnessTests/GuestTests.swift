import Glibc
import TerminalHarness
import Testing

/// The harness, proved on guests whose behaviour is known.
@Suite struct GuestTests {
  /// A shell that runs this script.
  private func shell(_ script: String, size: TerminalSize = .small) throws -> Terminal {
    try Terminal("/bin/sh", ["-c", script], size: size, surroundings: Surroundings())
  }

  @Test func textComesOut() throws {
    let terminal = try shell("echo hello; exit 3")
    #expect(try terminal.waitForEnd() == .code(3))
    #expect(terminal.screen.header == "hello")
    #expect(terminal.screen.lines.dropFirst().allSatisfy { $0.isEmpty })
  }

  @Test func wideCharactersTakeTwoCells() throws {
    let terminal = try shell("printf '进程 ok\\n│░█●✗'")
    try terminal.waitForEnd()
    #expect(terminal.screen.lines.prefix(2) == ["进程 ok", "│░█●✗"])
    #expect(terminal.screen.position(of: "ok") == .init(row: 0, column: 5))
    #expect(terminal.screen.cells[0][1].text.isEmpty)
  }

  @Test func coloursAndAttributes() throws {
    let terminal = try shell(
      "printf 'a \\033[1;38;5;203mred\\033[0m \\033[7mback\\033[0m \\033[48;5;17mdeep'")
    try terminal.waitForEnd()
    let screen = terminal.screen
    #expect(screen.style(of: "a") == .plain)
    #expect(screen.style(of: "red")?.foreground == .indexed(203))
    #expect(screen.style(of: "red")?.isBold == true)
    #expect(screen.style(of: "back")?.isReversed == true)
    #expect(screen.style(of: "deep")?.background == .indexed(17))
  }

  @Test func whatNcursesSendsIsUnderstood() throws {
    // Repeat, erase and jump, as ncurses uses them for xterm-256color.
    let terminal = try shell("printf 'a\\033[5bz\\r\\033[20Gx\\033[3Xyy\\033[2;3Hhere\\033[1K'")
    try terminal.waitForEnd()
    #expect(terminal.screen.lines.prefix(2) == ["aaaaaaz            xyy", ""])
  }

  @Test func keysArrive() throws {
    let terminal = try shell("read line; echo \"[$line]\"; read line; echo \"<$line>\"")
    try terminal.type("hello 进程\n")
    try terminal.wait(for: "the echo") { $0.contains("[hello 进程]") }
    try terminal.press("x", .backspace, "y", .enter)
    try terminal.wait(for: "the second echo") { $0.contains("<y>") }
    #expect(try terminal.waitForEnd() == .code(0))
  }

  @Test func controlCInterrupts() throws {
    let terminal = try shell("echo ready; exec cat")
    try terminal.wait(for: "the shell") { $0.contains("ready") }
    try terminal.press(.control("c"))
    #expect(try terminal.waitForEnd() == .signal(SIGINT))
  }

  @Test func resizeReachesTheProgram() throws {
    let terminal = try shell(
      "trap 'stty size' WINCH; echo ready; while :; do read line; done", size: .small)
    try terminal.wait(for: "the shell") { $0.contains("ready") }
    try terminal.resize(to: .home)
    try terminal.press(.enter)
    try terminal.wait(for: "the new size") { $0.contains("36 120") }
    #expect(terminal.screen.cells.count == 36)
  }

  @Test func modesAreSeen() throws {
    let terminal = try shell(
      "printf '\\033[?1049h\\033[?25l\\033[?1000hin'; read line; printf '\\033[?1049l\\033[?25h\\033[?1000l'"
    )
    try terminal.wait(for: "the alternate screen") {
      $0.contains("in") && $0.modes.alternateScreen && !$0.modes.cursorVisible && $0.modes.mouse
    }
    try terminal.press(.enter)
    try terminal.waitForEnd()
    #expect(terminal.screen.modes == .initial)
    #expect(!terminal.screen.contains("in"))
  }

  @Test func brokenSettingsAreSeen() throws {
    let broken = try shell("stty -echo")
    try broken.waitForEnd()
    #expect(!broken.settingsAreRestored)
    let whole = try shell("old=$(stty -g); stty raw; stty $old")
    try whole.waitForEnd()
    #expect(whole.settingsAreRestored)
  }

  @Test func survivorsAreSeen() throws {
    let surroundings = try Surroundings()
    let terminal = try Terminal(
      "/bin/sh", ["-c", "setsid sh -c 'echo detached; exec sleep 1000' & read line"],
      surroundings: surroundings)
    try terminal.wait(for: "the daemon") { $0.contains("detached") }
    try terminal.press(.enter)
    try terminal.waitForEnd()
    #expect(throws: Failure.self) {
      try RunningProcess.waitUntilGone(in: surroundings, by: Deadline(in: .zero))
    }
    for process in terminal.processes { kill(process.pid, SIGKILL) }
    try RunningProcess.waitUntilGone(in: surroundings, by: .usual)
  }

  @Test func theEndIsSeenWhileOthersHoldTheTerminal() throws {
    let terminal = try shell("sleep 1000 & echo started; exit 7")
    #expect(try terminal.waitForEnd() == .code(7))
    #expect(terminal.screen.contains("started"))
  }

  @Test func aTimeoutShowsTheScreen() throws {
    let terminal = try shell("echo before; read line")
    try terminal.wait(for: "text") { $0.contains("before") }
    let failure = #expect(throws: Failure.self) {
      try terminal.wait(for: "godot", by: Deadline(in: .zero)) { $0.contains("godot") }
    }
    #expect(failure?.description.contains("godot") == true)
    #expect(failure?.description.contains("│before") == true)
  }

  @Test func noHalfFrameIsSeen() throws {
    let terminal = try shell(
      "printf half; i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done; printf ' whole'; read line")
    let screen = try terminal.wait(for: "the frame") { $0.contains("half") }
    #expect(screen.header == "half whole")
  }

  @Test func aClosedWindowHangsUp() throws {
    let terminal = try shell("echo ready; exec cat")
    try terminal.wait(for: "the shell") { $0.contains("ready") }
    terminal.closeWindow()
    #expect(try terminal.waitForEnd() == .signal(SIGHUP))
  }

  @Test func commandsWithoutATerminal() throws {
    let result = try Command.run(
      "/bin/sh", ["-c", "test -t 0 || echo out $LANG; echo err >&2; exit 4"],
      surroundings: Surroundings())
    #expect(result.ending == .code(4))
    #expect(result.output == "out C.UTF-8\n")
    #expect(result.errors == "err\n")
  }

  @Test(arguments: 0..<8) func manyTerminalsAtOnce(number: Int) throws {
    let terminal = try shell("while read line; do echo \"\(number):$line\"; done")
    for round in 0..<20 {
      try terminal.type("\(round)\n")
      try terminal.wait(for: "answer \(round)") { $0.contains("\(number):\(round)") }
    }
  }
}
