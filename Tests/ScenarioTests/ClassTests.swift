import Testing

/// `dfs` runs every schedule, `dpor` one of each class. Where both have seen all, they have seen the
/// same classes and outcomes, whatever else the machine does meanwhile.
@Suite struct ClassTests {
  /// The scenarios, as small as they can be without being trivial.
  static let smallest: [Setting] = [
    Setting("isolated-memory", "workers=2"), Setting("isolated-memory", "workers=2", "unit=thread"),
    Setting("queue", "workers=1", "stop=count"), Setting("queue", "workers=1"),
    Setting("queue", "workers=1", "stop=sentinel"),
    Setting("queue", "workers=1", "start-method=spawn"),
    Setting("manager-dict", "workers=1", "wait=join"),
    Setting("manager-dict", "workers=1", "wait=poll"), Setting("lock", "workers=1"),
    Setting("counter", "workers=2", "iterations=1"), Setting("tickets", "workers=1", "tickets=1"),
    Setting("rlock", "kind=lock"), Setting("pool", "workers=1", "tasks=1"),
    Setting("pool", "workers=1", "tasks=1", "executor=thread"),
    Setting("pool", "workers=1", "tasks=1", "start-method=spawn"),
    Setting("pool", "workers=1", "tasks=2"),
    Setting("bounded-buffer", "producers=1", "consumers=1", "items=1"),
    Setting("join-before-drain", "items=1"), Setting("barrier", "workers=2"),
    Setting("readers-writers", "readers=1", "writers=1", "rounds=1"),
  ]

  @Test(arguments: smallest)
  func strategiesThatHaveSeenAllAgree(_ setting: Setting) throws {
    let all = try Exploration(setting, strategy: "dfs", maxSchedules: 3000)
    let few = try Exploration(setting, strategy: "dpor", maxSchedules: 3000)
    #expect(all.isExhausted && few.isExhausted)
    #expect(all.classes == few.classes)
    #expect(few.schedules == few.classes)
    #expect(Set(all.outcomes.keys) == Set(few.outcomes.keys))
    #expect(Set(all.findings) == Set(few.findings))
    let again = try Exploration(setting, strategy: "dfs", maxSchedules: 3000)
    #expect(again.classes == all.classes && again.outcomes == all.outcomes)
  }
}
