import Glibc
import TerminalHarness
import Testing

/// `procviz replay FILE` on the screen.
@Suite struct ReplayTests {
  @Test(arguments: Language.allCases)
  func itIsAllThereAndCanBeLookedBackAt(language: Language) throws {
    let recording = try Recorded(["counter", "--workers", "2"])
    let terminal = try ProcViz.open("replay", recording.path, language: language)
    try terminal.wait(for: "the end of the run") {
      $0.state == .finished && $0.shows("counter") && $0.lock == "off" && ($0.events ?? 0) > 30
    }
    #expect(terminal.screen.header.contains(language == .english ? "REPLAY" : "回放"))
    #expect(terminal.screen.contains(language == .english ? "recorded 20" : "录于 20"))
    try terminal.press(.left)
    try terminal.wait(for: "the past") {
      $0.header.contains("◀ −") && $0.header.contains(language == .english ? "REPLAY" : "回放")
    }
    let notices: [(Key, String, String)] = [
      ("s", "a recorded run", "这是录下的运行"), ("l", "cannot be changed", "不能改变"),
      ("i", "a recorded run", "这是录下的运行"), ("m", "cannot be changed", "不能改变"),
      ("u", "a recorded run", "这是录下的运行"), ("+", "whole recording is shown", "已全部打开"),
      ("1", "a recorded run", "这是录下的运行"), ("W", "a recording already", "本来就是"),
    ]
    for (key, english, chinese) in notices {
      try terminal.press(key)
      try terminal.wait(for: english) { $0.contains(language == .english ? english : chinese) }
    }
    #expect(terminal.screen.state == .finished)
    try terminal.press("q", "q")
    #expect(try terminal.waitForEnd() == .code(0))
    try terminal.expectNothingLeft()
  }

  @Test func itIsPlayedInItsOwnTime() throws {
    let recording = try Recorded(["pool", "--speed", "2"])
    let terminal = try ProcViz.open("replay", recording.path, "--speed", "1/4")
    try terminal.wait(for: "the play") { $0.state == .running && $0.header.contains("×1/4") }
    try terminal.press(" ")
    try terminal.wait(for: "a pause") { $0.state == .paused }
    let events = terminal.screen.events
    try terminal.press("+", "+")
    try terminal.wait(for: "another speed") { $0.header.contains("×1 ") }
    #expect(terminal.screen.events == events)
    try terminal.press(" ")
    try terminal.wait(for: "the play") { $0.state == .running }
    try terminal.press(.end)
    try terminal.wait(for: "all of it") { $0.state == .finished && ($0.events ?? 0) > 100 }
    try terminal.press("r")
    try terminal.wait(for: "the start") { $0.state == .running && ($0.events ?? 999) < 100 }
    try terminal.press(.end)
    try terminal.wait(for: "all of it") { $0.state == .finished }
  }

  @Test func aRunCanBeMadeAnewFromIt() throws {
    let recording = try Recorded(["counter", "--workers", "2", "--iterations", "1"])
    let terminal = try ProcViz.open("replay", recording.path)
    try terminal.wait(for: "the replay") { $0.state == .finished }
    try terminal.press("o")
    try terminal.wait(for: "the knobs") { $0.contains("window-us") }
    try terminal.press(.enter)
    try terminal.wait(for: "a run of our own") {
      $0.state == .finished && $0.shows("counter") && !$0.header.contains("REPLAY")
    }
  }

  /// A file may name any program; none is started, whatever is pressed.
  @Test func whatAFileNamesIsNeverStarted() throws {
    let recording = try Recorded(["--", "/bin/sh", "-c", "echo started > $HOME/mark"])
    let terminal = try ProcViz.open("replay", recording.path)
    try terminal.wait(for: "the replay") { $0.state == .finished }
    for key: Key in ["x", "c", "o", "r", "s", "u", .enter, " ", "l", "m", "y", "w", "w"] {
      try terminal.press(key)
    }
    try terminal.press("q", "q")
    _ = try terminal.waitForEnd()
    try terminal.expectNothingLeft()
  }

  @Test func whatIsCutOffSaysSo() throws {
    let recording = try Recorded(["counter"])
    recording.cut(to: 2000)
    let terminal = try ProcViz.open("replay", recording.path)
    try terminal.wait(for: "its end") {
      $0.state == .finished && $0.header.contains("CUT OFF") && $0.contains("breaks off")
    }
    #expect((terminal.screen.events ?? 0) > 10)
  }

  @Test func whatIsNoRecordingDoesNotTouchTheTerminal() throws {
    let terminal = try ProcViz.open("replay", "/etc/passwd")
    #expect(try terminal.waitForEnd() == .code(1))
    #expect(terminal.screen.contains("it is not a procviz recording"))
  }
}
