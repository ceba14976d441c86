import Glibc
import TerminalHarness
import Testing

/// Any keys in any order (except those that leave): the program responds, and ends when it is asked
/// to.
@Suite struct MonkeyTests {
  private static let keys: [Key] = [
    " ", "s", "s", "s", "l", "m", "o", "r", "n", "p", "+", "-", "z", "Z", "i", "x", "w", "c", "L",
    "?", "j", "M", "'", "/", "N", "e", "[", "]", "f", "F", "g", "O", "t",
    "k", .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .enter,
    .backspace, .delete, .tab, "7", "é", "中", .click(.init(row: 5, column: 30)),
    .click(.init(row: 2, column: 50)), .wheelUp(.init(row: 8, column: 40)),
    .wheelDown(.init(row: 8, column: 40)),
  ]

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func anyKeysInAnyOrder(seed: UInt64) throws {
    let terminal = try ProcViz.open("run", "counter", size: seed % 2 == 0 ? .home : .small)
    try terminal.wait(for: "the run") { $0.contains("counter") }
    try press(terminal, seed: seed)
  }

  /// A recording can be played, stopped, looked back in, and made anew here.
  @Test(arguments: 5...7 as ClosedRange<UInt64>)
  func anyKeysOnARecording(seed: UInt64) throws {
    let recording = try Recorded(["queue", "--workers", "4", "--stop", "count"])
    let terminal =
      seed % 2 == 0
      ? try ProcViz.open("replay", recording.path, "--play")
      : try ProcViz.open("replay", recording.path, size: .small)
    try terminal.wait(for: "the run") { $0.contains("queue") }
    try press(terminal, seed: seed)
  }

  /// Presses keys and changes the size; then the program must draw a whole screen, and end.
  private func press(_ terminal: Terminal, seed: UInt64) throws {
    var random = SplitMix(state: seed)
    for round in 0..<150 {
      if let key = Self.keys.randomElement(using: &random) { try terminal.press(key) }
      if round % 25 == 0 {
        let size = TerminalSize(
          Int.random(in: 1...140, using: &random), Int.random(in: 1...50, using: &random))
        try terminal.resize(to: size)
      }
    }
    try terminal.resize(to: .home)
    try terminal.wait(for: "a whole screen") { $0.cells.count == 36 && !$0.lines[35].isEmpty }
    try terminal.press(.control("c"))
    try terminal.waitForEnd()
    try terminal.expectNothingLeft()
  }

  /// A page of text that was pasted by mistake: each of its keys starts a run.
  @Test func aSignalIsHeededHoweverManyKeysWait() throws {
    let terminal = try ProcViz.finished("isolated-memory", "--workers", "20")
    try terminal.type(String(repeating: "r", count: 3000))
    terminal.send(signal: SIGTERM)
    #expect(try terminal.waitForEnd(by: Deadline(in: .seconds(3))) == .signal(SIGTERM))
    try terminal.expectNothingLeft()
  }

  @Test func theLockAgainAndAgain() throws {
    let terminal = try ProcViz.finished("counter")
    for _ in 0..<21 { try terminal.press("l") }
    let end = try terminal.wait(for: "the last run") { $0.state == .finished && $0.lock == "on" }
    #expect(end.lost == 0)
    #expect(!end.contains("✗"))
    try terminal.press("q", "q")
    #expect(try terminal.waitForEnd() == .code(0))
    try terminal.expectNothingLeft()
  }

  /// Pseudo-random numbers, the same in every run (splitmix64).
  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }
}
