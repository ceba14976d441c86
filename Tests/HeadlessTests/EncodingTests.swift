import Glibc
import HeadlessHarness
import TerminalHarness
import Testing

/// Whether a locale can be made and a terminal be had for it.
private let canMakeLocales = ["script", "localedef", "iconv"].allSatisfy {
  access("/usr/bin/\($0)", X_OK) == 0 && access("/usr/share/i18n/charmaps", F_OK) == 0
}

/// A terminal whose locale names another encoding than UTF-8 gets that one; files and pipes do not.
@Suite(.enabled(if: canMakeLocales)) struct EncodingTests {
  /// Runs a shell's words with a Chinese locale in GB18030, which is made in a folder of its own.
  private func run(_ words: String) throws -> String {
    let command = try Command.run(
      "/bin/sh",
      [
        "-c",
        """
        localedef -i zh_CN -f GB18030 "$PWD/zh_CN.GB18030" > locale.log 2>&1
        export LOCPATH="$PWD" LC_ALL=zh_CN.GB18030 P="$0"
        \(words)
        """, Headless.program,
      ], surroundings: Surroundings())
    return command.output
  }

  @Test func aTerminalGetsItsOwnEncoding() throws {
    let told = try run(#"script -qc '"$P" list' /dev/null < /dev/null | iconv -f GB18030 -t UTF-8"#)
    #expect(told.contains("默认"), "\(told)")
  }

  @Test func aPipeGetsUTF8() throws {
    #expect(try run(#""$P" list"#).contains("默认"))
  }

  /// Texts are in Chinese, signs in ASCII: box drawings are two cells wide there.
  @Test func theInterfaceSpeaksItToo() throws {
    let screen = try run(
      #"printf q | TERM=xterm script -qc 'stty rows 40 cols 120; "$P"' /dev/null"#
        + " | iconv -f GB18030 -t UTF-8")
    #expect(screen.contains("进程"), "\(screen.debugDescription)")
    #expect(!screen.contains("━") && !screen.contains("─"), "\(screen.debugDescription)")
  }
}
