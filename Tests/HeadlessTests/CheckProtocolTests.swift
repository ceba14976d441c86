import HeadlessHarness
import TerminalHarness
import Testing

/// `procviz check-protocol`: who speaks the protocol passes, and each rule is seen to be broken.
@Suite struct CheckProtocolTests {
  /// The rules with their results, and how the command ended.
  private func check(_ words: [String], seconds: Int = 30) throws -> (
    rules: [String: JSON], ending: Ending
  ) {
    let surroundings = try Surroundings()
    let command = try Command.run(
      Headless.program,
      ["check-protocol", "--json", "--seconds", String(seconds), "--"] + words,
      surroundings: surroundings)
    try Headless.expectNothingLeft(surroundings)
    let result = try JSON(parsing: command.output)
    #expect(result["passed"] == .bool(command.ending == .code(0)), "\(command.errors)")
    let rules = result["rules"].elements.map { ($0["rule"].string ?? "", $0) }
    return (Dictionary(uniqueKeysWithValues: rules), command.ending)
  }

  @Test func aSpeakerInCPasses() throws {
    let fixture = try #require(Headless.built("ProtocolFixture"))
    let (rules, ending) = try check([fixture, "speak"])
    #expect(ending == .code(0))
    #expect(rules.count == 20)
    #expect(rules.allSatisfy { $0.value["result"] == .string("pass") }, "\(rules)")
  }

  /// What a newer speaker says is no breach.
  @Test func aKindThatIsNotKnownIsNoBreach() throws {
    let fixture = try #require(Headless.built("ProtocolFixture"))
    let (rules, ending) = try check([fixture, "newer"])
    #expect(ending == .code(0), "\(rules)")
  }

  @Test(
    arguments: [
      ["simple", "fork", "2", "20"], ["queue-basics", "spawn"], ["condition-basics", "fork"],
      ["barrier-basics", "fork"], ["pipe-echo", "fork", "10"], ["pipe-poll", "fork"],
      ["manager-list", "fork"],
      ["pool-basics", "fork", "process"], ["semaphore-basics", "fork"],
    ])
  func programsOfTheLibraryPass(words: [String]) throws {
    let fixture = try #require(Headless.built("RuntimeFixture"))
    let (rules, ending) = try check([fixture] + words)
    #expect(ending == .code(0), "\(rules)")
  }

  /// What does not end by itself cannot show how it would: nothing is held against it.
  @Test func aProgramThatDoesNotEndIsNotAccused() throws {
    let fixture = try #require(Headless.built("RuntimeFixture"))
    let (rules, ending) = try check([fixture, "tree", "fork"], seconds: 2)
    #expect(ending == .code(0), "\(rules)")
    for rule in ["host.end", "host.reap", "lane.end", "gate.open", "alone.run"] {
      #expect(rules[rule]?["result"] == .string("unseen"), "\(rule)")
    }
  }

  @Test(
    arguments: [
      ["counter", "lock=off"], ["queue", "stop=count", "start-method=spawn", "handover=argument"],
      ["pool", "tasks=3", "workers=2", "speed=100"], ["manager-dict", "wait=join", "workers=2"],
      ["isolated-memory", "unit=thread", "workers=3"], ["process-api", "speed=100"],
    ])
  func scenariosPass(words: [String]) throws {
    let (rules, ending) = try check([Headless.program, "__scenario"] + words)
    #expect(ending == .code(0), "\(rules)")
  }

  /// Each rule, broken by a speaker that keeps the others as far as it can.
  @Test(arguments: [
    "record.form", "record.number", "record.time", "lane.begin", "lane.end", "name",
    "object.define", "order", "gate.wait", "gate.hold", "gate.one", "gate.answer", "gate.slot",
    "gate.open", "host.main", "host.reap", "host.end", "host.word", "host.gone", "alone.run",
  ])
  func aBrokenRuleIsTold(rule: String) throws {
    let fixture = try #require(Headless.built("ProtocolFixture"))
    let (rules, ending) = try check([fixture, "speak", rule], seconds: 2)
    #expect(ending == .code(3))
    #expect(rules[rule]?["result"] == .string("fail"), "\(rules)")
    #expect(rules[rule]?["text"]["en"].string?.isEmpty == false)
    #expect(rules[rule]?["text"]["zh"].string?.isEmpty == false)
  }

  @Test func theFirstRecordThatBreaksARuleIsNamed() throws {
    let fixture = try #require(Headless.built("ProtocolFixture"))
    let (rules, _) = try check([fixture, "speak", "object.define"])
    let text = rules["object.define"]?["text"]["en"].string ?? ""
    #expect(text.contains("value.read of pid"), "\(text)")
    #expect(text.contains("was not introduced"), "\(text)")
  }

  @Test func aProgramThatSaysNothingFails() throws {
    let (rules, ending) = try check(["/bin/true"], seconds: 2)
    #expect(ending == .code(3))
    #expect(rules["lane.begin"]?["result"] == .string("fail"))
    #expect(rules["host.main"]?["result"] == .string("fail"))
    #expect(rules["host.word"]?["result"] == .string("unseen"))
  }

  @Test(arguments: [
    (["check-protocol"], 64), (["check-protocol", "--"], 64),
    (["check-protocol", "--seconds", "0", "--", "/bin/true"], 64),
    (["check-protocol", "--", "/no/such/program"], 1),
  ])
  func wrongUsageIsTold(words: [String], code: Int) throws {
    let command = try Command.run(Headless.program, words, surroundings: Surroundings())
    #expect(command.ending == .code(Int32(code)), "\(command.errors)")
    #expect(command.output == "")
  }

  @Test func itIsSaidInWords() throws {
    let fixture = try #require(Headless.built("ProtocolFixture"))
    let command = try Command.run(
      Headless.program,
      ["check-protocol", "--lang", "en", "--", fixture, "speak", "record.number"],
      surroundings: Surroundings())
    #expect(command.ending == .code(3))
    let lines = command.output.split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.hasPrefix("FAIL    record.number") })
    #expect(lines[place + 1].contains("the number should be"), "\(lines)")
    #expect(lines.last?.hasPrefix("1 broken") == true, "\(lines)")
  }
}
