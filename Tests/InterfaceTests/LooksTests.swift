import TerminalHarness
import Testing

/// Colours and signs, as they reach the terminal.
@Suite struct LooksTests {
  /// The colours in use on a screen, the terminal's own left out.
  private func colours(of screen: Screen) -> Set<Colour> {
    let used = screen.cells.joined().flatMap { [$0.style.foreground, $0.style.background] }
    return Set(used).subtracting([.standard])
  }

  private func finished(
    _ arguments: String..., environment: [String: String?] = [:]
  ) throws -> Screen {
    let surroundings = try Surroundings(environment)
    let terminal = try Terminal(
      ProcViz.program, ["run", "counter"] + arguments, surroundings: surroundings)
    return try terminal.wait(for: "the end of the run") { $0.state == .finished }
  }

  @Test func coloursAreUsed() throws {
    #expect(colours(of: try finished()).count > 6)
  }

  @Test func noColourMeansNoColour() throws {
    #expect(colours(of: try finished("--no-color")).isEmpty)
    #expect(colours(of: try finished(environment: ["NO_COLOR": "1"])).isEmpty)
    // no-color.org: the variable counts when it is not empty.
    #expect(!colours(of: try finished(environment: ["NO_COLOR": ""])).isEmpty)
  }

  @Test func eightColoursAreTheFirstEight() throws {
    let used = colours(of: try finished(environment: ["TERM": "xterm"]))
    #expect(!used.isEmpty)
    for colour in used {
      guard case .indexed(let index) = colour else {
        Issue.record("\(colour)")
        continue
      }
      #expect(index < 16)
    }
  }

  @Test(arguments: ["vt100", "linux", "tmux-256color", "screen"])
  func otherTerminals(type: String) throws {
    let screen = try finished(environment: ["TERM": type])
    #expect(screen.contains("Process-1"))
    #expect(screen.contains(Language.english.why))
  }

  @Test func asciiMeansASCII() throws {
    let screen = try finished("--ascii")
    // The last row offers the other language by its own name.
    #expect(screen.lines.dropLast().joined().unicodeScalars.allSatisfy { $0.isASCII })
    #expect(screen.contains("Process-1"))
  }
}
