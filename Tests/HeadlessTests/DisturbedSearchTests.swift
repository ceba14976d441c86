import Glibc
import HeadlessHarness
import TerminalHarness
import Testing

/// A search whose processes are killed and stopped from outside: it survives, nobody is accused, and
/// it claims to have seen everything only where it has.
@Suite struct DisturbedSearchTests {
  /// A correct program with 90 classes of schedules.
  private static let words = [
    "counter", "--workers", "3", "--iterations", "2", "--lock", "on", "--json",
  ]
  private static let classes = 90

  private func search(
    _ words: [String], meddle: (RunningCommand, Surroundings) throws -> Void
  ) throws -> (JSON, Ending) {
    let surroundings = try Surroundings()
    let search = try RunningCommand(
      Headless.program, ["explore"] + words, surroundings: surroundings)
    try meddle(search, surroundings)
    let command = try search.finish(by: Deadline(in: .seconds(120)))
    try Headless.expectNothingLeft(surroundings)
    guard let result = try? JSON(parsing: command.output) else {
      throw Failure("no JSON, \(command.ending): \(command.output) \(command.errors)")
    }
    return (result, command.ending)
  }

  /// The processes that serve the runs of a search.
  private func servers(of search: RunningCommand, _ surroundings: Surroundings) -> [RunningProcess]
  {
    RunningProcess.all(in: surroundings).filter { $0.parent == search.pid }
  }

  /// A server that serves a run at this moment.
  private func busyServer(
    of search: RunningCommand, _ surroundings: Surroundings, besides known: Set<Int32> = []
  ) throws -> Int32? {
    let deadline = Deadline.usual
    while search.isRunning {
      if deadline.hasPassed { throw Failure("no runs are made") }
      let all = RunningProcess.all(in: surroundings)
      let found = all.first { server in
        server.parent == search.pid && !known.contains(server.pid)
          && all.contains { $0.parent == server.pid }
      }
      if let found { return found.pid }
    }
    return nil
  }

  private func expectEverythingSeen(_ result: JSON, _ ending: Ending) {
    #expect(result["findings"].elements.isEmpty)
    #expect(result["exhausted"] == .bool(true) && result["ended_by"].string == "exhausted")
    #expect(result["classes"].int == Self.classes)
    #expect(ending == .code(0))
  }

  @Test func aServerThatIsKilledIsStartedAnew() throws {
    var killed: Set<Int32> = []
    let (result, ending) = try search(Self.words) { search, surroundings in
      while killed.count < 3,
        let server = try busyServer(of: search, surroundings, besides: killed)
      {
        killed.insert(server)
        kill(server, SIGKILL)
      }
    }
    expectEverythingSeen(result, ending)
    #expect(result["restarts"].int == killed.count)
    #expect((result["repeated"].int ?? 0) > 0)
  }

  @Test func aServerThatIsStoppedIsStartedAnew() throws {
    let (result, ending) = try search(Self.words + ["--jobs", "1"]) { search, surroundings in
      if let server = try busyServer(of: search, surroundings) { kill(server, SIGSTOP) }
    }
    expectEverythingSeen(result, ending)
    #expect(result["restarts"].int == 1)
  }

  /// Every process of a run may be hit, at any moment, the server among them.
  @Test(arguments: ["dpor", "dfs"])
  func killsFromOutsideAreNoFindings(strategy: String) throws {
    var numbers = SystemRandomNumberGenerator()
    let words = [
      "counter", "--workers", "2", "--iterations", "2", "--lock", "on", "--json", "--strategy",
      strategy, "--max-schedules", "150",
    ]
    let (result, ending) = try search(words) { search, surroundings in
      var kills = 0
      while search.isRunning, kills < 60 {
        let all = RunningProcess.all(in: surroundings).filter { $0.pid != search.pid }
        guard let victim = all.randomElement(using: &numbers) else { continue }
        kill(victim.pid, SIGKILL)
        kills += 1
        _ = poll(nil, 0, 10)
      }
    }
    #expect(result["findings"].elements.isEmpty, "\(result["findings"])")
    #expect(result["outcomes"].members.keys.allSatisfy { $0 == "ok" })
    if result["exhausted"] == .bool(true) {
      #expect(result["classes"].int == 6)
      #expect(ending == .code(0))
    } else {
      #expect(ending == .code(2))
    }
  }

  /// Nobody can tell who sent a bare `kill(2)`; but what comes again in every repetition is the
  /// program's own.
  @Test func whatAProgramKillsItselfIsItsOwnDoing() throws {
    let fixture = try #require(Headless.built("RuntimeFixture"))
    let (result, ending) = try search(["--json", "--", fixture, "kills-its-child"]) { _, _ in }
    #expect(result["findings"].elements.first?["kind"].string == "process-failed")
    #expect((result["repeated"].int ?? 0) >= 2)
    #expect(ending == .code(3))
  }

  @Test(arguments: [("zh", "接连被外部终止"), ("en", "again and again")])
  func aSearchThatLosesItsServersAgainAndAgainSaysSo(language: String, words: String) throws {
    let fixture = try #require(Headless.built("RuntimeFixture"))
    let behind = ["--", fixture, "kills-its-host"]
    let (result, ending) = try search(["--json", "--jobs", "1"] + behind) { _, _ in }
    #expect(result["findings"].elements.isEmpty)
    #expect(result["ended_by"].string == "servers-lost")
    #expect(result["reason"][language].string?.contains(words) == true)
    #expect(ending == .code(2))
    let text = try Command.run(
      Headless.program, ["explore", "--lang", language, "--jobs", "1"] + behind,
      surroundings: Surroundings())
    #expect(text.output.contains(words))
    #expect(text.ending == .code(2))
  }
}
