import Glibc
import HeadlessHarness
import TerminalHarness
import Testing

/// The replay of a recording prints what the run itself printed.
@Suite struct RecordTests {
  private static let runs: [[String]] = [
    ["counter"],
    ["counter", "--lock", "on", "--workers", "2"],
    ["counter", "--workers", "2", "--iterations", "1", "--schedule", "v1.0x2.1x2.2x5.1x3.0x5"],
    ["counter", "--workers", "2", "--schedule", "v1.0x2.9"],
    ["deadlock", "--speed", "20"],
    ["deadlock", "--schedule", "v1.0x2.1x2.2x2:tj"],
    ["killed-holder", "--speed", "20"],
    ["process-api", "--speed", "20"],
    ["queue", "--start-method", "spawn", "--handover", "global"],
    ["pool", "--speed", "20", "--executor", "thread"],
    ["manager-dict", "--wait", "join", "--speed", "20"],
  ]

  @Test(arguments: runs, ["text", "jsonl"])
  func aReplaySaysWhatTheRunSaid(words: [String], format: String) throws {
    for language in ["en", "zh"] {
      let surroundings = try Surroundings()
      let options = ["--headless", "--format", format, "--lang", language]
      let file = surroundings.folder + "/run.procviz"
      let run = try Command.run(
        Headless.program, ["run"] + words + ["--record", file] + options, surroundings: surroundings
      )
      let replay = try Command.run(
        Headless.program, ["replay", file] + options, surroundings: surroundings)
      #expect(replay.output == run.output)
      #expect(replay.errors == run.errors)
      #expect(replay.ending == run.ending)
      #expect(!run.output.isEmpty)
    }
  }

  /// The events do not show which lane only polls; the recording says it.
  @Test func aLivelockIsSaidAgain() throws {
    let fixture = try #require(Headless.built("RuntimeFixture"))
    let surroundings = try Surroundings()
    let file = surroundings.folder + "/run.procviz"
    let options = ["--headless", "--format", "jsonl"]
    let run = try Command.run(
      Headless.program,
      ["run", "--schedule", "v1.0", "--record", file] + options + [
        "--", fixture, "spins-for-ever",
      ],
      surroundings: surroundings)
    let replay = try Command.run(
      Headless.program, ["replay", file] + options, surroundings: surroundings)
    #expect(try HeadlessRun(run).findings.contains("livelock"), "\(run.output)")
    #expect(replay.output == run.output)
    #expect(replay.ending == run.ending)
  }

  @Test func aStreamIsTheSame() throws {
    let surroundings = try Surroundings()
    let command = """
      "$0" run counter --headless --stream --record file > stream; echo $?
      cmp file stream && echo same
      "$0" replay - --headless < stream > one; echo $?
      "$0" replay stream --headless > two; echo $?
      cmp one two && echo same
      """
    let shell = try Command.run(
      "/bin/sh", ["-c", "cd \(surroundings.folder)\n" + command, Headless.program],
      surroundings: surroundings)
    // Their headers were made at different moments.
    let words = shell.output.split(separator: "\n").filter { !$0.contains("differ") }
    #expect(words == ["3", "3", "3", "same"], "\(shell.output)\(shell.errors)")
  }

  @Test func aRunThatASignalEndsIsRecordedToItsEnd() throws {
    let surroundings = try Surroundings()
    let file = surroundings.folder + "/run.procviz"
    let run = try Headless.start(["pool", "--record", file], in: surroundings)
    try run.wait(for: "sleep.begin")
    run.send(SIGTERM)
    let told = try run.finish()
    let replay = try Command.run(
      Headless.program, ["replay", file, "--headless", "--format", "jsonl"],
      surroundings: surroundings)
    #expect(told.ending == .signal(SIGTERM))
    #expect(replay.output == told.output)
    #expect(replay.ending == .code(128 + SIGTERM))
  }

  @Test func aSearchRecordsTheSimplestRun() throws {
    let surroundings = try Surroundings()
    let file = surroundings.folder + "/found.procviz"
    let words = ["explore", "counter", "--workers", "2", "--iterations", "1", "--json"]
    let search = try Command.run(
      Headless.program, words + ["--record", file], surroundings: surroundings)
    #expect(search.errors.contains("procviz replay"), "\(search.errors)")
    let found = try JSON(parsing: search.output)["findings"].elements[0]
    let replay = try Command.run(
      Headless.program, ["replay", file, "--headless", "--format", "jsonl"],
      surroundings: surroundings)
    let run = try HeadlessRun(replay)
    #expect(replay.ending == .code(3))
    #expect(run.findings.contains(found["kind"].string ?? "?"))
    let followed = found["minimal"]["schedule"].string ?? "?"
    #expect(run.summary["schedule"].string?.hasPrefix(followed) == true)
  }

  @Test func aSearchWithoutFindingLeavesNoFile() throws {
    let surroundings = try Surroundings()
    let file = surroundings.folder + "/none.procviz"
    let search = try Command.run(
      Headless.program,
      [
        "explore", "counter", "--workers", "2", "--iterations", "1", "--lock", "on", "--record",
        file,
      ],
      surroundings: surroundings)
    #expect(search.ending == .code(0))
    #expect(search.errors.contains("nothing was recorded"))
    #expect(access(file, F_OK) != 0)
  }
}
