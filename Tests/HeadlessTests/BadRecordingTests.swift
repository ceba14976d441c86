import Glibc
import HeadlessHarness
import TerminalHarness
import Testing

/// Files that are not recordings, and places where none can be written: a clear message, the right
/// exit status, and nothing lost.
@Suite struct BadRecordingTests {
  /// How a file is made (by a shell; `$P` is the program, `run.procviz` a good recording), what is
  /// said about it in English, and in Chinese.
  private static let files: [(String, String, String)] = [
    ("printf '' > file", "it is empty", "文件是空的"),
    ("echo hello > file", "it is not a procviz recording", "不是 procviz 的录制文件"),
    ("cp \"$P\" file", "it is not a procviz recording", "不是 procviz 的录制文件"),
    ("tr -d '\\r' < run.procviz > file", "sent as text", "当作文本传输"),
    ("head -c 100 run.procviz > file", "breaks off within its header", "文件头中就断了"),
    (
      "cp run.procviz file; printf 'x' | dd of=file bs=1 seek=60 conv=notrunc 2>/dev/null",
      "header is damaged", "文件头已损坏"
    ),
    (
      // A newer version: version 2, no fields, and the check of that.
      "printf '\\211PVR\\r\\n\\032\\n\\002\\0\\0\\0\\0\\0\\0\\0\\032\\325\\272\\370' > file",
      "newer", "更新"
    ),
    (
      "truncate -s 10G file; printf '\\211PVR\\r\\n\\032\\n\\1\\0\\0\\0\\377\\377\\377\\377'"
        + " | dd of=file conv=notrunc 2>/dev/null", "header is damaged", "文件头已损坏"
    ),
    ("truncate -s 10G file", "it is not a procviz recording", "不是 procviz 的录制文件"),
    ("mkdir file", "it is a folder", "这是一个目录"),
    ("mkfifo file", "use procviz view", "请用 procviz view"),
    ("ln -s /dev/zero file", "it is not a regular file", "它不是普通文件"),
    ("ln -s file file", "levels of symbolic links", "levels of symbolic links"),
    ("true", "it does not exist", "不存在"),
  ]

  @Test(arguments: files)
  func aFileThatIsNotARecordingIsReported(make: String, english: String, chinese: String) throws {
    let surroundings = try Surroundings()
    for (language, text) in [("en", english), ("zh", chinese)] {
      let command = try Command.run(
        "/bin/sh",
        [
          "-c",
          """
          P=$0; rm -rf file run.procviz
          "$P" run subclass --headless --record run.procviz > /dev/null || exit 99
          \(make)
          ulimit -v 4000000; exec timeout 20 "$P" replay file --headless --lang \(language)
          """, Headless.program,
        ], surroundings: surroundings)
      #expect(command.ending == .code(1), "\(make): \(command.errors)")
      #expect(command.errors.contains(text), "\(make): \(command.errors)")
      #expect(command.errors.hasPrefix("procviz: "))
      #expect(command.output == "")
    }
  }

  @Test func aFileWithoutANameIsNotStandardInput() throws {
    let command = try Command.run(
      Headless.program, ["replay", "", "--headless", "--lang", "en"],
      surroundings: Surroundings())
    #expect(command.ending == .code(1))
    #expect(command.errors == "procviz: cannot open '': it does not exist\n")
  }

  /// A recording without its end is read up to the last whole record.
  @Test func aCutOffRecordingIsReadUpToItsEnd() throws {
    let surroundings = try Surroundings()
    let command = try Command.run(
      "/bin/sh",
      [
        "-c",
        """
        "$0" run counter --headless --format jsonl --record run.procviz > whole
        head -c 2000 run.procviz > file
        "$0" replay file --headless --format jsonl > part; echo $?
        lines=$(($(wc -l < part) - 1)); echo $lines
        head -n $lines whole > a; head -n $lines part > b; cmp a b && echo same
        tail -n 1 part
        """, Headless.program,
      ], surroundings: surroundings)
    let lines = command.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "1" && lines[2] == "same", "\(command.output)")
    #expect(Int(lines[1]) ?? 0 > 10)
    #expect(lines[3].contains("\"verdict\":\"failed\""))
    #expect(command.errors.contains("breaks off before the end of the run"))
  }

  /// A place that cannot be written to is reported before anything runs.
  @Test(arguments: [
    ("touch file", "file", "--force"), ("true", "nowhere/file", "does not exist"),
    ("mkdir file", "file --force", "folder"),
    ("mkfifo file", "file --force", "it is not a regular file"),
    ("true", "/dev/full --force", "no space"), ("ulimit -f 0", "file", "ulimit -f"),
    ("exec > file", "file --force", "standard input or output"),
  ])
  func whereNoRecordingCanBeBegun(prepare: String, option: String, text: String) throws {
    let surroundings = try Surroundings()
    let command = try Command.run(
      "/bin/sh",
      [
        "-c", "\(prepare); exec \"$0\" run subclass --headless --record \(option)",
        Headless.program,
      ],
      surroundings: surroundings)
    #expect(command.ending == .code(1), "\(command.errors)")
    #expect(command.errors.contains(text), "\(command.errors)")
    #expect(command.output == "")
  }

  @Test func whatIsThereAlreadyIsKept() throws {
    let surroundings = try Surroundings()
    let command = try Command.run(
      "/bin/sh",
      [
        "-c",
        """
        echo precious > file
        "$0" run subclass --headless --record file; cat file
        "$0" run subclass --headless --record file --force > /dev/null
        "$0" replay file --headless > /dev/null && stat -c %a file
        """, Headless.program,
      ], surroundings: surroundings)
    #expect(command.output.contains("precious"))
    #expect(command.errors.contains("--force"))
  }

  /// A file that cannot grow any more: the run goes on, one message says so, and what was recorded
  /// can be opened.
  @Test(.enabled(if: access("/usr/bin/prlimit", X_OK) == 0))
  func aFullDiskDoesNotEndTheRun() throws {
    let surroundings = try Surroundings()
    let words = ["counter", "--iterations", "200", "--window-us", "2000", "--record", "file"]
    let run = try Headless.start(words, in: surroundings)
    try run.wait(for: "value.write")
    // Only now: the processes of the run have no such limit.
    let limit = try Command.run(
      "/usr/bin/prlimit", ["--pid", "\(run.pid)", "--fsize=40000:40000"], surroundings: surroundings
    )
    #expect(limit.ending == .code(0), "\(limit.errors)")
    let told = try run.finish()
    #expect(told.ending == .code(3))
    #expect(try HeadlessRun(told).verdict == "finding")
    let sentences = told.errors.split(separator: "\n").filter { $0.contains("ulimit -f") }
    #expect(sentences.count == 1, "\(told.errors)")
    let replay = try Command.run(
      Headless.program, ["replay", "file", "--headless", "--format", "jsonl"],
      surroundings: surroundings)
    let kept = replay.output.split(separator: "\n").dropLast()
    #expect(kept.count > 400 && told.output.split(separator: "\n").starts(with: kept))
    #expect(replay.ending == .code(1))
  }

  @Test func nothingOfAFileReachesTheTerminalUnfiltered() throws {
    let surroundings = try Surroundings()
    let name = "\u{1B}[2Jx"
    let command = try Command.run(
      Headless.program, ["replay", name, "--headless"], surroundings: surroundings)
    #expect(command.ending == .code(1))
    #expect(!command.errors.contains("\u{1B}"))
  }

  @Test(arguments: [
    (["replay"], "file"), (["run", "counter", "--force"], "--record"),
    (["run", "counter", "--stream"], "--headless"),
    (["run", "counter", "--stream", "--headless", "--format", "text"], "--format"),
    (["replay", "a", "b"], "b"),
  ])
  func wrongUsage(words: [String], text: String) throws {
    let command = try Command.run(Headless.program, words, surroundings: Surroundings())
    #expect(command.ending == .code(64))
    #expect(command.errors.contains(text), "\(command.errors)")
  }
}
