import ProcModel
import Testing

@Suite struct SanitizerTests {
  @Test(arguments: [
    ("plain", "plain"), ("a\u{1B}[31mb\u{1B}[0m", "ab"), ("a\u{1B}]0;evil\u{07}b", "ab"),
    ("a\u{1B}]0;evil\u{1B}\\b", "ab"), ("a\u{1B}Pq\u{1B}\\b", "ab"), ("a\u{9B}2Jb", "ab"),
    ("a\u{1B}cb", "ab"), ("a\u{1B}(Bb", "ab"), ("a\u{0}\u{7}\u{8}\u{7F}b", "ab"),
    ("a\u{202E}b\u{2066}c", "abc"), ("a\tb\nc\rd", "a b cd"), ("中文，。", "中文，。"),
    ("half \u{1B}", "half "), ("half \u{1B}[3", "half "), ("👩‍👩‍👧", "👩‍👩‍👧"),
  ])
  func nothingReachesTheTerminalThatMovesIt(raw: String, clean: String) {
    #expect(Sanitizer.line(raw) == clean)
  }

  @Test func linesKeepTheirBreaks() {
    #expect(Sanitizer.splitLines("a\n\u{1B}[1mb\tc\n") == ["a", "b    c"])
    #expect(Sanitizer.splitLines("\n") == [""])
    #expect(Sanitizer.splitLines("") == [""])
  }

  /// An unterminated title does not swallow what comes after its line.
  @Test func aBrokenStringEndsWithItsLine() {
    #expect(Sanitizer.lines("a\u{1B}]0;never ends\nb") == "a\nb")
  }
}

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("中文", 4), ("e\u{301}", 1), ("，。（）", 8), ("“”…—", 4), ("●▶→│█⣿①", 7),
    ("한글", 4), ("ｱ", 1), ("Ａ", 2), ("😀", 2), ("👩‍👩‍👧", 2), ("a\u{200B}b", 2), ("\u{1B}", 0), ("é", 1),
  ])
  func cells(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }
}

@Suite struct TextLayoutTests {
  @Test(arguments: [
    ("hello", 5, "hello"), ("hello!", 5, "hell…"), ("中文字", 5, "中文…"), ("中文字", 4, "中…"),
    ("hello", 1, "…"), ("hello", 0, ""),
  ])
  func truncated(text: String, width: Int, result: String) {
    #expect(TextLayout.truncated(text, to: width) == result)
  }

  @Test func paddedTakesExactlyItsWidth() {
    #expect(TextLayout.padded("中", to: 5) == "中   ")
    #expect(TextLayout.padded("7", to: 3, alignRight: true) == "  7")
    #expect(TextLayout.padded("中文字", to: 4) == "中… ")
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]),
    ("one two three", 8, ["one two", "three"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("", 5, [""]), ("a\n\nb", 5, ["a", "", "b"]), ("one  two", 3, ["one", "two"]),
    ("读到零，写入一。", 6, ["读到", "零，写", "入一。"]),
    ("读到零（写入）", 8, ["读到零", "（写入）"]),
    ("读到零（写入）", 6, ["读到零", "（写", "入）"]),
    ("Process-1 读到 0，", 12, ["Process-1 读", "到 0，"]),
    ("Process-1读到", 11, ["Process-1读", "到"]),
  ])
  func wrapped(text: String, width: Int, lines: [String]) {
    #expect(TextLayout.wrapped(text, width: width) == lines)
  }

  @Test(arguments: 0..<30)
  func wrappedTextLosesNothingAndFits(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let letters = Array("ab c中，。（“x- 文")
    let text = String((0..<60).map { _ in letters.randomElement(using: &random) ?? "a" })
    let width = Int.random(in: 2...20, using: &random)
    let lines = TextLayout.wrapped(text, width: width)
    for line in lines { #expect(DisplayWidth.of(line) <= width) }
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }
}
