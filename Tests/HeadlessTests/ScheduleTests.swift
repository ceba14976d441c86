import HeadlessHarness
import TerminalHarness
import Testing

/// `procviz run … --schedule TEXT` without a terminal: the same run every time, or a sentence.
@Suite struct ScheduleTests {
  /// Both workers read 0, and both write 1.
  private static let lostUpdate = "v1.0x2.1.2.1.2.1.2"
  private static let small = ["counter", "--workers", "2", "--iterations", "1"]

  @Test(arguments: [
    small + ["--schedule", lostUpdate], ["queue", "--schedule", "v1.0x10.3x2.2"],
    ["manager-dict", "--schedule", "v1"], ["tickets", "--lock", "off", "--schedule", "v1.0x3.2.1"],
    ["pool", "--schedule", "v1.0x6"], ["process-api", "--schedule", "v1"],
    ["counter", "--start-method", "spawn", "--workers", "2", "--schedule", "v1.0x2.2x3"],
  ])
  func aScheduleIsTheSameRunEveryTime(words: [String]) throws {
    let first = try Headless.run(words)
    #expect(first.failureText == "")
    let schedule = try #require(first.summary["schedule"].string)
    let whole = Array(words.dropLast()) + [schedule]
    for round in 0..<(words[0] == "counter" ? 20 : 5) {
      // Its own schedule, whole, is the same run as the beginning that it came from.
      let again = try Headless.run(round == 0 ? words : whole)
      #expect(again.summary["schedule"].string == schedule)
      #expect(again.comparable == first.comparable)
      #expect(again.status == first.status && again.findings == first.findings)
    }
  }

  @Test func aScheduleLosesTheUpdateThatItIsMadeFor() throws {
    let run = try Headless.run(Self.small + ["--schedule", Self.lostUpdate])
    #expect(run.status == 3 && run.findings.contains("lost-update"))
    #expect(run.summary["expected"] == .number(2) && run.summary["actual"] == .number(1))
    let other = try Headless.run(Self.small + ["--schedule", "v1"])
    #expect(!other.findings.contains("lost-update"))
    #expect(other.summary["actual"] == .number(2))
  }

  @Test func sleepsAndWaitsTakeNoTime() throws {
    // Freely, its workers sleep for seconds.
    let run = try Headless.run(["lock", "--schedule", "v1"])
    #expect(run.status == 0)
    #expect((run.summary["wall_ns"].int ?? .max) < 2_000_000_000)
  }

  @Test func whoWaitsForEverIsFound() throws {
    let run = try Headless.run(["queue", "--schedule", "v1"])
    #expect(run.status == 3 && run.findings == ["blocked-forever"])
  }

  @Test(arguments: [
    ("", 1), ("v2", 2), ("v1.", 4), ("v1.x", 4), ("v1.0x0", 6), ("v1.0x2 ", 7), ("v1.0=%4", 8),
  ])
  func aTextThatIsNoScheduleIsAWrongUsage(text: String, position: Int) throws {
    for more in [["--headless"], []] {
      let command = try Command.run(
        Headless.program, ["run", "counter", "--schedule", text] + more,
        surroundings: Surroundings())
      #expect(command.ending == .code(64) && command.output == "")
      #expect(command.errors.contains("cannot be read at character \(position)"))
    }
    let chinese = try Command.run(
      Headless.program, ["run", "counter", "--headless", "--schedule", text, "--lang", "zh"],
      surroundings: Surroundings())
    #expect(chinese.errors.contains("调度文本的第 \(position) 个字符处有误"))
  }

  @Test func aForeignScheduleSaysWhereItParts() throws {
    let own = try #require(
      try Headless.run(Self.small + ["--schedule", "v1"]).summary["schedule"].string)
    let run = try Headless.run(["lock", "--schedule", own])
    #expect(run.status == 1 && run.verdict == "failed")
    #expect(run.failureText.contains("The schedule and the program part at move"))
    let longer = try Headless.run(Self.small + ["--schedule", own + ".0x3"])
    #expect(longer.status == 1)
    #expect(longer.failureText.contains("part at move 18 of 20: the run had ended before"))
  }

  @Test func linesOfStandardInputBecomePartOfTheSchedule() throws {
    let words = ["manager-dict", "--wait", "input", "--workers", "1"]
    let surroundings = try Surroundings()
    let program = try Headless.start(words + ["--schedule", "v1"], in: surroundings)
    program.type("hello")
    let first = try HeadlessRun(try program.finish())
    let schedule = try #require(first.summary["schedule"].string)
    #expect(schedule.contains("0=hello"))
    let again = try Headless.run(words + ["--schedule", schedule])
    #expect(again.events("input.read").first?["text"].string == "hello")
    #expect(again.comparable == first.comparable)
  }

  @Test func aProgramOfOnesOwnIsRunAndRepeated() throws {
    let fixture = try #require(Headless.built("RuntimeFixture"))
    let surroundings = try Surroundings()
    func run(_ options: [String]) throws -> HeadlessRun {
      let command = try Command.run(
        Headless.program,
        ["run", "--headless", "--format", "jsonl"] + options + ["--", fixture, "busy", "fork"],
        surroundings: surroundings)
      try Headless.expectNothingLeft(surroundings)
      return try HeadlessRun(command)
    }
    let free = try run([])
    #expect(free.summary["program"].string == "\(fixture) busy fork")
    #expect(free.summary["schedule"] == .null && free.verdict != "failed")
    let first = try run(["--schedule", "v1.0x2.1x4.2x4"])
    let schedule = try #require(first.summary["schedule"].string)
    #expect(try run(["--schedule", schedule]).comparable == first.comparable)
  }

  @Test(arguments: [
    (["true"], "ended before its first event"),
    (["echo", "hello"], "ended before its first event"),
    (["sleep", "1000"], "the program reported nothing"), (["/no/such"], "there is no program"),
    (["/etc/passwd"], "is not an executable program"), (["/"], "is not an executable program"),
  ])
  func whatCannotBeRunSaysWhy(words: [String], text: String) throws {
    let surroundings = try Surroundings()
    for options in [["--headless"], ["--headless", "--schedule", "v1"]] {
      let command = try Command.run(
        Headless.program, ["run"] + options + ["--"] + words, surroundings: surroundings)
      #expect(command.ending == .code(1))
      #expect(command.errors.contains(text), "\(command.errors)")
      try Headless.expectNothingLeft(surroundings)
    }
  }
}

extension HeadlessRun {
  /// What standard error said.
  fileprivate var failureText: String { command.errors }

  /// What was told, without times, pids, and texts that may hold one.
  fileprivate var comparable: [JSON] {
    let left = ["t_ns", "pid", "parent_pid", "child_pid", "client_pid", "request"]
    return events.map { event in
      .object(
        event.members.filter { key, value in
          !left.contains(key) && !(key == "text" && value.string?.contains("pid") == true)
        })
    }
  }
}
