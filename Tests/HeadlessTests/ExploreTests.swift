import Glibc
import HeadlessHarness
import TerminalHarness
import Testing

/// `procviz explore`: what it says, how it ends, and that it leaves nothing behind.
@Suite struct ExploreTests {
  private func explore(_ words: [String], _ behind: [String] = []) throws -> Command {
    let surroundings = try Surroundings()
    let command = try Command.run(
      Headless.program, ["explore"] + words + (behind.isEmpty ? [] : ["--"] + behind),
      surroundings: surroundings)
    try Headless.expectNothingLeft(surroundings)
    return command
  }

  private func result(_ words: [String], _ behind: [String] = []) throws -> (JSON, Ending) {
    let command = try explore(words + ["--json"], behind)
    return (try JSON(parsing: command.output), command.ending)
  }

  /// The classes are counted here by trying every order of the reads and writes.
  @Test(
    arguments: [(2, 1), (2, 2), (3, 1)], ["off", "on"])
  func counterHasTheClassesThatEnumerationGives(size: (Int, Int), lock: String) throws {
    let expected = CounterOrders(workers: size.0, iterations: size.1, isLocked: lock == "on")
    let (result, ending) = try result([
      "counter", "--workers", "\(size.0)", "--iterations", "\(size.1)", "--lock", lock,
    ])
    #expect(result["exhausted"] == .bool(true))
    #expect(result["classes"].int == expected.classes)
    #expect(result["schedules"].int == expected.classes)
    #expect(result["outcomes"].members.mapValues(\.int) == expected.outcomes.mapValues { $0 })
    #expect(ending == .code(lock == "on" ? 0 : 3))
  }

  @Test(arguments: ["dfs", "random", "pct"])
  func everyStrategyFindsTheLostUpdate(strategy: String) throws {
    let (result, ending) = try result([
      "counter", "--workers", "2", "--iterations", "1", "--strategy", strategy, "--seed", "7",
      "--max-schedules", "60",
    ])
    let found = try #require(result["findings"].elements.first)
    #expect(found["kind"].string == "lost-update")
    #expect(found["minimal"]["switches"].int == 4)
    #expect(found["text"]["en"].string?.contains("is gone") == true)
    #expect(found["text"]["zh"].string?.contains("丢失") == true)
    #expect(ending == .code(3))
  }

  @Test func aSearchThatIsNotExhaustedProvesNothing() throws {
    let words = ["counter", "--workers", "3", "--lock", "on", "--max-schedules", "5"]
    let (result, ending) = try result(words)
    #expect(result["exhausted"] == .bool(false))
    #expect(result["schedules"].int == 5)
    #expect(ending == .code(2))
    #expect(try explore(words).output.contains("Inconclusive"))
  }

  @Test func whatWasFoundIsRepeatedByItsSchedule() throws {
    let words = ["counter", "--workers", "2", "--iterations", "2"]
    let (result, _) = try result(words)
    let schedule = try #require(result["findings"].elements.first?["minimal"]["schedule"].string)
    let runs = try (0..<5).map { _ in try Headless.run(words + ["--schedule", schedule]) }
    #expect(runs.allSatisfy { $0.status == 3 && $0.findings.contains("lost-update") })
    #expect(Set(runs.map(\.timeless)).count == 1)
  }

  /// A lane that does not come to its next gate is waited for, but not for ever, and the search
  /// does not claim to have seen everything.
  @Test(arguments: ["unseen-pipe", "unseen-sleep", "unseen-work"])
  func whatNoSchedulerSeesLeavesTheSearchInconclusive(program: String) throws {
    let fixture = try #require(Headless.built("RuntimeFixture"))
    let (result, ending) = try result(["--max-schedules", "2", "--jobs", "1"], [fixture, program])
    #expect(ending == .code(2))
    #expect(result["exhausted"] == .bool(false))
    #expect(result["disturbed"].int == 1)
  }

  @Test func aLoopThatPollsForEverIsFound() throws {
    let fixture = try #require(Headless.built("RuntimeFixture"))
    let (result, ending) = try result([], [fixture, "spins-for-ever"])
    #expect(ending == .code(3))
    #expect(result["findings"].elements.map { $0["kind"].string } == ["livelock"])
  }

  @Test(arguments: [0, 1])
  func aRunWithAKillFromOutsideIsRepeated(depth: Int) throws {
    let surroundings = try Surroundings()
    let search = try RunningCommand(
      Headless.program,
      ["explore", "counter", "--workers", "4", "--lock", "on", "--max-seconds", "3", "--json"],
      surroundings: surroundings)
    // The host, or a process that one has forked.
    let deadline = Deadline.usual
    var victim: RunningProcess?
    while victim == nil {
      if deadline.hasPassed { throw Failure("no runs are made") }
      let all = RunningProcess.all(in: surroundings)
      let hosts = all.filter { $0.parent == search.pid }
      victim =
        depth == 0 ? hosts.first : all.first { host in hosts.contains { $0.pid == host.parent } }
    }
    kill(try #require(victim).pid, SIGKILL)
    let command = try search.finish()
    try Headless.expectNothingLeft(surroundings)
    // The run is repeated, or the search says that it was disturbed; no process is accused.
    let result = try JSON(parsing: command.output)
    #expect(result["findings"].elements.isEmpty)
    #expect((result["repeated"].int ?? 0) + (result["disturbed"].int ?? 0) > 0)
    #expect(command.ending == .code(result["exhausted"].bool == true ? 0 : 2))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalEndsTheSearchWithWhatItHas(signal: Int32) throws {
    let surroundings = try Surroundings()
    let search = try RunningCommand(
      Headless.program,
      ["explore", "counter", "--workers", "6", "--strategy", "random", "--json"],
      surroundings: surroundings)
    let deadline = Deadline.usual
    while RunningProcess.all(in: surroundings).count < 4 {
      if deadline.hasPassed { throw Failure("no runs are made") }
      _ = poll(nil, 0, 2)
    }
    search.send(signal)
    let command = try search.finish()
    let result = try JSON(parsing: command.output)
    #expect(result["exhausted"] == .bool(false))
    // By then it may have found something, or not.
    #expect(command.ending == .code(result["findings"].elements.isEmpty ? 2 : 3))
    try Headless.expectNothingLeft(surroundings)
  }

  /// What a search that goes on for ever has found by the time it is ended: all of it is told.
  @Test(arguments: [SIGINT, SIGTERM], [true, false])
  func theReportOfAnEndedSearchIsComplete(signal: Int32, isJSON: Bool) throws {
    let surroundings = try Surroundings()
    let search = try RunningCommand(
      Headless.program,
      [
        "explore", "counter", "--workers", "2", "--iterations", "1", "--strategy", "random",
        "--max-schedules", "1000000000",
      ] + (isJSON ? ["--json"] : []),
      surroundings: surroundings)
    try waitForRuns(of: search, surroundings)
    search.send(signal)
    let command = try search.finish()
    #expect(command.ending == .code(3))
    let texts =
      isJSON
      ? try complete(JSON(parsing: command.output))
      : ["lost-update", " schedules in 4 classes", "is gone", "switches 4 times", "There are"]
    for text in texts { #expect(command.output.contains(text), "\(command.output)") }
    let repeating = "procviz run counter --workers 2 --iterations 1 --schedule v1."
    #expect(command.output.contains(repeating), "\(command.output)")
    try Headless.expectNothingLeft(surroundings)
  }

  /// Waits until a search has made a good hundred runs. Most are gone before anybody looks: the kernel
  /// gives ids one after the other, and each run takes three.
  private func waitForRuns(of search: RunningCommand, _ surroundings: Surroundings) throws {
    var first: Int32?
    let deadline = Deadline.usual
    while true {
      if deadline.hasPassed { throw Failure("no runs are made") }
      let all = RunningProcess.all(in: surroundings)
      let servers = all.filter { $0.parent == search.pid }.map(\.pid)
      for process in all where servers.contains(process.parent) {
        let begin = first ?? process.pid
        first = begin
        // Below the first one, they have begun again from the lowest.
        if process.pid - begin > 1000 || process.pid < begin { return }
      }
    }
  }

  /// Looks into a report, and gives the simplest schedule that it tells.
  private func complete(_ report: JSON) throws -> [String] {
    let found = try #require(report["findings"].elements.first)
    #expect(report["ended_by"].string == "stopped")
    #expect(report["exhausted"] == .bool(false))
    #expect(report["classes"].int == 4)
    #expect((report["outcomes"]["lost-update"].int ?? 0) > 0)
    #expect((report["outcomes"]["ok"].int ?? 0) > 0)
    #expect(found["kind"].string == "lost-update" && found["first_at"].int != nil)
    #expect(found["schedule"].string?.hasPrefix("v1.") == true)
    #expect(found["minimal"]["switches"].int == 4 && found["repeats"] == .bool(true))
    #expect(found["text"]["en"].string?.contains("is gone") == true)
    return [found["minimal"]["schedule"].string ?? "none"]
  }

  /// The limit is for all of a search: for the runs, and for making simpler what they have shown.
  @Test func theTimeLimitIsForAllOfASearch() throws {
    let (result, ending) = try result([
      "counter", "--workers", "24", "--iterations", "3", "--max-seconds", "2",
    ])
    let parts = ["search_ns", "shortening_ns", "proving_ns"].map { result[$0].int ?? -1 }
    #expect(parts.allSatisfy { $0 >= 0 })
    #expect(parts.reduce(0, +) <= result["wall_ns"].int ?? 0)
    // To shorten such a run takes 200 trials, each of a good part of a second.
    #expect(result["wall_ns"].int ?? .max < 12_000_000_000)
    #expect(result["ended_by"].string == "max-seconds")
    #expect(ending == .code(result["findings"].elements.isEmpty ? 2 : 3))
  }

  /// The command that repeats a run is one for a shell, whatever the arguments are.
  @Test func theCommandThatRepeatsARunCanBePasted() throws {
    let fixture = try #require(Headless.built("RuntimeFixture"))
    let words = [
      fixture, "spins-for-ever", "fork", "two words", "it's", "a \"quote\"", "$HOME", "`id`", "\\",
      "two\nlines", "\u{1B}[2J", "锁é", "-x", "--lang", "", "*", "~", "=ls", "a;b|c&d",
    ]
    let (result, _) = try result([], words)
    let found = try #require(result["findings"].elements.first)
    let command = try #require(found["command"].string)
    #expect(!command.contains("\u{1B}"))
    let text = try explore([], words).output
    #expect(text.contains("    " + command + "\n"))
    // A shell that shows what it has read.
    let shown = try Command.run(
      "/bin/bash", ["-c", #"procviz() { printf '%s\0' "$@"; }; "# + command],
      surroundings: Surroundings())
    let schedule = try #require(found["minimal"]["schedule"].string)
    let expected = ["run", "--schedule", schedule, "--"] + words
    #expect(shown.output == expected.map { $0 + "\0" }.joined())
  }

  @Test(arguments: [
    (["--strategy", "best"], "dpor, dfs, random, pct"), (["--jobs", "0"], "1 …"),
    (["--max-schedules", "x"], "1 …"), (["--seed", "-1"], "0 …"), (["--max-seconds", "0"], "0 <"),
  ])
  func wrongWordsAreNamedWithWhatIsAllowed(words: [String], allowed: String) throws {
    let command = try explore(["counter"] + words)
    #expect(command.ending == .code(64))
    #expect(command.errors.contains(words[1]) && command.errors.contains(allowed))
  }

  @Test(arguments: [
    (["/nonexistent/program"], "no program"), (["/etc/passwd"], "not an executable program"),
    (["/bin/true"], "ended before its first event"),
  ])
  func aProgramThatCannotBeSearchedIsToldSo(program: [String], reason: String) throws {
    let command = try explore([], program)
    #expect(command.ending == .code(1))
    #expect(command.errors.contains(reason))
    #expect(command.output.isEmpty)
  }
}

/// Every order of the reads and writes (or, with a lock, of the turns) of some workers that each add
/// one to a counter so often.
private struct CounterOrders {
  private(set) var outcomes: [String: Int] = [:]
  private var seen: Set<[Int]> = []

  /// How many orders differ in more than the order of reads.
  var classes: Int { seen.count }

  init(workers: Int, iterations: Int, isLocked: Bool) {
    // With a lock, a turn is a read and a write with nothing in between.
    let each = isLocked ? iterations : 2 * iterations
    visit([], Array(repeating: each, count: workers), isLocked)
  }

  private mutating func visit(_ order: [Int], _ left: [Int], _ isLocked: Bool) {
    if left.allSatisfy({ $0 == 0 }) { return take(order, isLocked) }
    for worker in left.indices where left[worker] > 0 {
      var rest = left
      rest[worker] -= 1
      visit(order + [worker], rest, isLocked)
    }
  }

  private mutating func take(_ order: [Int], _ isLocked: Bool) {
    let workers = (order.max() ?? 0) + 1
    var made = Array(repeating: 0, count: workers)
    var known = Array(repeating: 0, count: workers)
    var writes = 0
    var value = 0
    // What identifies a class: for each access, the write that it came after.
    var history = Array(repeating: [Int](), count: workers)
    for worker in order {
      let isRead = !isLocked && made[worker] % 2 == 0
      history[worker].append(writes)
      if isRead {
        known[worker] = value
      } else {
        value = (isLocked ? value : known[worker]) + 1
        writes += 1
      }
      made[worker] += 1
    }
    guard seen.insert(history.flatMap { $0 + [-1] }).inserted else { return }
    outcomes[value == writes ? "ok" : "lost-update", default: 0] += 1
  }
}

extension HeadlessRun {
  /// What was printed, without times and pids.
  var timeless: [JSON] {
    events.map { event in
      .object(
        event.members.filter { !["t_ns", "pid", "parent_pid", "child_pid"].contains($0.key) })
    }
  }
}
