import ProcModel
import Testing

@testable import ProcViz

/// Cells, and text in them.
@Suite struct FrameTests {
  @Test("a wide sign takes two cells, and is not cut in half")
  func wide() {
    var frame = Frame(size: Size(columns: 5, rows: 1))
    frame.put("锁ab中", row: 0, column: 0, style: .text)
    #expect(frame.lines == ["锁ab"])
    frame.put("x", row: 0, column: 1, style: .text)
    #expect(frame.lines == [" xab"])
  }

  @Test("control characters never become cells")
  func controls() {
    var frame = Frame(size: Size(columns: 20, rows: 1))
    frame.put("a\u{1B}[31mb\u{7}\u{9B}c\u{202E}d", row: 0, column: 0, style: .text)
    #expect(frame.lines == ["a[31mbcd"])
  }

  @Test("nothing is put outside")
  func outside() {
    var frame = Frame(size: Size(columns: 3, rows: 2))
    for (row, column) in [(-1, 0), (2, 0), (0, -1), (0, 3), (1, 5)] {
      frame.put("x", row: row, column: column, style: .text)
    }
    #expect(frame == Frame(size: Size(columns: 3, rows: 2)))
  }

  @Test("what is broken off says so, within its columns and after a whole word")
  func brokenOff() {
    func text(_ line: Line) -> String { line.parts.map(\.text).joined() }
    let full = Line("and main waits ").adding("for", .dim)
    #expect(text(full.brokenOff(within: 20)) == "and main waits for …")
    #expect(text(full.brokenOff(within: 18)) == "and main waits …")
    #expect(text(Line("主进程永远等下去").brokenOff(within: 16)) == "主进程永远等下 …")
    #expect(text(Line("unbreakable").brokenOff(within: 6)) == " …")
  }

  @Test("a name that is too long keeps the number at its end")
  func names() {
    #expect(TextLayout.shortened("Process-10", to: 11) == "Process-10")
    #expect(TextLayout.shortened("ThreadPoolExecutor-0_4", to: 14) == "ThreadPoo…-0_4")
    #expect(TextLayout.shortened("SyncManager-1", to: 11) == "SyncMana…-1")
    #expect(TextLayout.shortened("background worker", to: 11) == "background…")
    #expect(TextLayout.shortened("a-very-long-and-unusual", to: 11) == "a-very-lon…")
  }

  @Test("names are set off as whole words, the longest first")
  func highlight() {
    let highlighter = Highlighter([("Process-1", .good), ("Process-10", .danger)])
    let line = highlighter.line("Process-10 and Process-1, not Process-12", style: .text)
    #expect(line.parts.filter { $0.style == .danger }.map(\.text) == ["Process-10"])
    #expect(line.parts.filter { $0.style == .good }.map(\.text) == ["Process-1"])
    #expect(line.width == 40)
  }
}
