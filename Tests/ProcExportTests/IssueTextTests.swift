import ProcModel
import Testing

@testable import ProcExport

@Suite struct IssueTextTests {
  private func text(_ run: Run, _ language: Language = .en) throws -> [String] {
    var sink = MemorySink()
    try IssueText.write(run, .counter(language), lanes: ["the picture"], to: &sink)
    return sink.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func itSaysWhatRanWhereAndHowItEnded() throws {
    let lines = try text(Script.lostUpdate.run)
    #expect(lines[0] == "procviz run counter --lock off")
    #expect(lines[1] == "procviz 1.2.3 · system Linux 6.1")
    #expect(lines.contains("  Process-1          101  exit code 0"))
    #expect(lines.contains("the picture"))
    #expect(lines.contains { $0.hasPrefix("  lost-update: Process-1 read 0") })
    #expect(lines.contains { $0.hasSuffix("Process-2 reads counter: 0") })
  }

  @Test func itSpeaksChinese() throws {
    let lines = try text(Script.lostUpdate.run, .zh)
    #expect(lines.contains("进程："))
    #expect(lines.contains("  Process-1          101  退出码 0"))
    #expect(lines.contains { $0.hasSuffix("Process-2 读 counter：0") })
  }

  @Test func onlyTheLastOutputIsExported() throws {
    var script = Script(children: 1)
    for line in 1...50 { script.add(.output, by: 101, value: 1, text: "line \(line)\n") }
    let lines = try text(script.run)
    #expect(lines.contains("  Process-1: line 50"))
    #expect(lines.contains("  Process-1: line 31"))
    #expect(!lines.contains("  Process-1: line 30"))
  }

  @Test(arguments: UInt64(1)...20) func nothingInItCanReachATerminal(_ seed: UInt64) throws {
    for line in try text(.absurd(seed: seed, count: 400)) {
      #expect(!line.unicodeScalars.contains { Sanitizer.isUnsafe($0) })
    }
  }
}
