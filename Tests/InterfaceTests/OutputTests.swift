import Glibc
import ProcModel
import TerminalHarness
import Testing

/// What comes out of the channel reaches the screen as text, and the terminal never as commands.
@Suite struct OutputTests {
  /// Sets the title, clears the screen, turns red (in two ways), goes back, and writes backwards.
  private let commands = "\u{1B}]0;owned\u{07}\u{1B}[2J\u{1B}[31m\u{9B}31m\r\u{202E}"

  @Test func controlSequencesAreStripped() throws {
    let (terminal, main) = try longRun()
    let stranger: Int32 = 4_000_000
    let lane = ObjectID(creator: main, number: 4000)
    let events = [
      Event(
        .processBegin, pid: stranger, object: lane, extra: UInt64(main), text: "\(commands)evil"),
      Event(
        .output, pid: stranger, number: 1, value: 1, text: "\(commands)hostile\(commands) text"),
    ]
    try write(events.flatMap { RecordCodec.encode($0) }, toChannelOf: main)
    let after = try terminal.wait(for: "the output") { $0.contains("hostile") }
    #expect(after.modes.title == nil)
    #expect(after.shows("lock"))
    #expect(after.pid(of: "MainProcess") == main)
    #expect(!String(decoding: terminal.rawOutput, as: UTF8.self).contains("owned\u{07}"))
    #expect(!after.text.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0x9B })
  }

  @Test func garbageIsCountedAndSurvived() throws {
    let (terminal, main) = try longRun()
    try write(Array("this is no record \(commands)".utf8), toChannelOf: main)
    let after = try terminal.wait(for: "the count") { $0.header.contains("1 malformed") }
    #expect(after.modes.title == nil)
    #expect(after.lost == 0)
    #expect(after.state == .running)
    #expect(after.pid(of: "MainProcess") == main)
  }

  /// A run that goes on for long, and its main process.
  private func longRun() throws -> (Terminal, Int32) {
    let terminal = try ProcViz.open("run", "lock", "--speed", "0.05")
    let screen = try terminal.wait(for: "both workers") { $0.pid(of: "Process-2") != nil }
    return (terminal, try #require(screen.pid(of: "MainProcess")))
  }

  private func write(_ bytes: [UInt8], toChannelOf process: Int32) throws {
    let path = try #require(RunningProcess(pid: process)?.environment["PROCVIZ_CHANNEL"])
    let file = open(path, O_WRONLY | O_CLOEXEC)
    try #require(file >= 0, "\(path) cannot be opened")
    defer { close(file) }
    #expect(Glibc.write(file, bytes, bytes.count) == bytes.count)
  }
}
