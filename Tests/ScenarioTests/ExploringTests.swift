import Testing

/// Searching finds what is wrong with every broken setting, and accuses no correct one.
@Suite struct ExploringTests {
  /// Settings that are wrong under some schedule, each with what is found at least.
  static let broken: [(Setting, finding: String)] = [
    (Setting("counter", "workers=2", "iterations=1"), "lost-update"),
    (Setting("tickets", "workers=2", "tickets=1"), "oversold"),
    (Setting("rlock", "kind=lock"), "deadlock"),
    (Setting("queue", "workers=2"), "blocked-forever"),
    (Setting("queue", "workers=2", "start-method=spawn"), "spawn-missing-global"),
    (Setting("manager-dict", "workers=2"), "wrong-result"),
    (Setting("deadlock"), "deadlock"),
    (Setting("philosophers"), "deadlock"),
    (Setting("philosophers", "seats=2"), "deadlock"),
    (Setting("bounded-buffer"), "process-failed"),
    (Setting("bounded-buffer"), "blocked-forever"),
    (Setting("bounded-buffer", "notify=all"), "process-failed"),
    (Setting("bounded-buffer", "check=while"), "blocked-forever"),
    (Setting("transfer"), "lost-update"),
    (Setting("transfer"), "wrong-result"),
    (Setting("join-before-drain"), "blocked-forever"),
    (Setting("killed-holder"), "blocked-forever"),
    (Setting("killed-holder", "lock=robust", "repair=off"), "lock-owner-died"),
    (Setting("barrier"), "blocked-forever"),
    (Setting("barrier", "workers=4"), "blocked-forever"),
    (Setting("readers-writers"), "process-failed"),
  ]

  /// Settings that are right under every schedule.
  static let correct: [Setting] =
    [
      Setting("isolated-memory", "workers=2"), Setting("process-api"), Setting("subclass"),
      Setting("queue", "workers=2", "stop=count"), Setting("queue", "workers=2", "stop=sentinel"),
      Setting("manager-dict", "workers=2", "wait=join"),
      Setting("manager-dict", "workers=2", "wait=poll"),
      Setting("lock"), Setting("lock", "lock=off"),
      Setting("counter", "lock=on", "workers=2", "iterations=1"),
      Setting("tickets", "lock=on", "workers=2", "tickets=1"), Setting("rlock"),
      Setting("pool", "workers=2", "tasks=2"),
      // A lane that only writes overwrites on purpose.
      Setting("bounded-buffer", "with=semaphores", "producers=2", "items=4"),
      Setting("readers-writers", "lock=on", "readers=1", "writers=2", "rounds=2"),
    ] + lesson5

  /// Those of lesson 5.
  static let lesson5: [Setting] = [
    Setting("deadlock", "order=same"),
    Setting("philosophers", "strategy=ordered"), Setting("philosophers", "strategy=waiter"),
    Setting("bounded-buffer", "notify=all", "check=while"),
    Setting("bounded-buffer", "with=semaphores"),
    Setting("transfer", "lock=coarse"), Setting("transfer", "lock=fine"),
    Setting("join-before-drain", "join=after"), Setting("join-before-drain", "items=2"),
    Setting("killed-holder", "lock=robust"), Setting("barrier", "workers=3"),
    Setting("readers-writers", "lock=on"),
  ]

  @Test(arguments: broken)
  func dporFindsWhatIsWrong(_ case: (setting: Setting, finding: String)) throws {
    let search = try Exploration(`case`.setting, strategy: "dpor", maxSchedules: 500)
    #expect(search.status == 3)
    #expect(search.findings.contains(`case`.finding))
  }

  @Test(arguments: broken, [1, 2])
  func pctFindsWhatIsWrong(_ case: (setting: Setting, finding: String), seed: Int) throws {
    let search = try Exploration(`case`.setting, strategy: "pct", seed: seed, maxSchedules: 300)
    #expect(search.status == 3)
    #expect(search.findings.contains(`case`.finding))
  }

  @Test(arguments: correct, ["dpor", "pct"])
  func whatIsRightIsNeverAccused(_ setting: Setting, strategy: String) throws {
    let search = try Exploration(setting, strategy: strategy, maxSchedules: 200)
    #expect(search.findings == [])
    #expect(Array(search.outcomes.keys) == ["ok"])
    #expect(search.disturbed == 0)
    #expect(search.status == (search.isExhausted ? 0 : 2))
  }

  @Test(arguments: lesson5)
  func whatIsRightIsRightUnderSpawnToo(_ setting: Setting) throws {
    let search = try Exploration(
      setting, ["start-method": "spawn"], strategy: "dpor", maxSchedules: 10)
    #expect(search.findings == [])
    #expect(Array(search.outcomes.keys) == ["ok"])
    #expect(search.disturbed == 0)
  }

  /// Small enough to be searched to the end.
  @Test(arguments: lesson5)
  func lesson5IsExhausted(_ setting: Setting) throws {
    #expect(try Exploration(setting, strategy: "dpor", maxSchedules: 500).isExhausted)
  }

  /// Philosophers and searches both have a strategy; a word that names none of the first is one of
  /// the second.
  @Test func theTwoKindsOfStrategyGoTogether() throws {
    let both = Setting("philosophers", "seats=2", "strategy=waiter")
    let words = ["explore", "philosophers", "--seats", "2", "--strategy", "waiter"]
    let plain = try Exploration(both, strategy: "dpor", maxSchedules: 50)
    let command = try Exploration(words: words + ["--strategy", "dpor", "--json"])
    #expect(command.outcomes == plain.outcomes)
    #expect(command.status == 0)
  }
}
