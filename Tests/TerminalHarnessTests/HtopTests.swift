import Glibc
import TerminalHarness
import Testing

/// The harness, proved on a large ncurses program that is not ours; skipped where it is not installed.
@Suite(.enabled(if: access("/usr/bin/htop", X_OK) == 0)) struct HtopTests {
  @Test func drawsHandlesKeysAndRestores() throws {
    let terminal = try Terminal("/usr/bin/htop", surroundings: Surroundings())
    try terminal.wait(for: "the key bar") { $0.lines.last?.contains("Help") == true }
    #expect(terminal.screen.modes.alternateScreen)
    #expect(!terminal.settingsAreRestored)
    try terminal.press("?")
    try terminal.wait(for: "help") { $0.contains("(C) ") || $0.contains("Press any key") }
    try terminal.press("q")
    try terminal.wait(for: "the list") { $0.lines.last?.contains("Quit") == true }
    try terminal.resize(to: .small)
    try terminal.wait(for: "the key bar at its new place") {
      $0.cells.count == 24 && $0.lines.last?.contains("Quit") == true
    }
    try terminal.press("q")
    #expect(try terminal.waitForEnd() == .code(0))
    #expect(terminal.settingsAreRestored)
    #expect(!terminal.screen.modes.alternateScreen)
    #expect(terminal.screen.modes.cursorVisible)
  }
}
