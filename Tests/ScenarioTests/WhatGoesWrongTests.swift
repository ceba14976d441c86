import Testing

/// Lesson 5 in free runs: what always holds, whichever process is quicker.
@Suite struct WhatGoesWrongTests {
  static let methods = ["fork", "spawn"]

  /// The objects that a process took, in order.
  private func taken(by process: String, _ run: HeadlessRun) -> [String] {
    run.all("lock.acquire", by: process).compactMap(\.object)
  }

  /// Asserts that a run ended either well or by these findings, and that its status says so.
  private func expect(_ run: HeadlessRun, findsAtMost kinds: Set<String>) {
    #expect(Set(run.findings).subtracting(kinds) == [])
    #expect(run.status == (run.findings.isEmpty ? 0 : 3))
  }

  /// Runs of a correct setting find nothing, however often.
  @Test(arguments: ExploringTests.lesson5, methods)
  func whatIsRightIsRightEveryTime(_ setting: Setting, method: String) throws {
    for _ in 1...3 {
      let run = try HeadlessRun(setting, ["start-method": method])
      #expect(run.findings == [])
      #expect(run.status == 0)
      #expect(run.summary.integer("actual") == run.summary.integer("expected"))
    }
  }

  @Test(arguments: methods, ["opposite", "same"])
  func theOrderOfTheLocksIsThatOfTheKnob(method: String, order: String) throws {
    let run = try HeadlessRun("deadlock", ["start-method": method, "order": order])
    #expect(taken(by: "Process-1", run).first == "left")
    #expect(taken(by: "Process-2", run).first == (order == "same" ? "left" : "right"))
    expect(run, findsAtMost: order == "same" ? [] : ["deadlock", "lock-order"])
    let isDone = run.printed(by: "MainProcess") == ["both are done"]
    #expect(isDone == !run.findings.contains("deadlock"))
    guard let deadlock = run.finding("deadlock") else { return }
    #expect(deadlock["processes"] as? [String] == ["Process-1", "Process-2", "MainProcess"])
    #expect(Set(deadlock["objects"] as? [String] ?? []) == ["left", "right"])
  }

  @Test(arguments: methods, ["naive", "ordered", "waiter"])
  func philosophersEatOrWaitInACircle(method: String, strategy: String) throws {
    let run = try HeadlessRun(
      "philosophers", ["start-method": method, "strategy": strategy, "seats": "4"])
    expect(run, findsAtMost: strategy == "naive" ? ["deadlock", "lock-order"] : [])
    if run.findings.contains("deadlock") {
      #expect(run.printed().isEmpty)
    } else {
      #expect(run.printed().filter { $0 == "eats" }.count == 4)
    }
    #expect(taken(by: "Philosopher-2", run).first == "fork-2")
    #expect(taken(by: "Philosopher-4", run).first == (strategy == "ordered" ? "fork-1" : "fork-4"))
    let waits = run.all("semaphore.acquire").count
    #expect(waits == (strategy == "waiter" ? 4 : 0))
  }

  @Test(arguments: methods, [["one", "if"], ["one", "while"], ["all", "if"], ["all", "while"]])
  func everyItemOfTheBufferArrivesOrAFindingSaysWhyNot(method: String, rules: [String]) throws {
    let run = try HeadlessRun(
      "bounded-buffer",
      ["start-method": method, "notify": rules[0], "check": rules[1], "items": "4"])
    var possible: Set<String> = []
    if rules[1] == "if" { possible.insert("process-failed") }
    if rules != ["all", "while"] { possible.insert("blocked-forever") }
    expect(run, findsAtMost: possible)
    let got = run.printed().filter { $0.hasPrefix("got ") }
    #expect(Set(got).count == got.count)
    if run.findings.isEmpty { #expect(got.sorted() == (1...4).map { "got \($0)" }) }
    for line in run.all("condition.notify") {
      #expect(line.integer("woken") ?? 0 <= (rules[0] == "one" ? 1 : 2))
    }
  }

  @Test(arguments: methods)
  func semaphoresNeedNoCondition(method: String) throws {
    let knobs = ["start-method": method, "with": "semaphores", "items": "6", "size": "2"]
    let run = try HeadlessRun("bounded-buffer", knobs)
    #expect(run.status == 0)
    #expect(run.printed().filter { $0.hasPrefix("got ") }.count == 6)
    #expect(run.all("condition.wait").isEmpty)
  }

  @Test(arguments: methods, ["off", "coarse", "fine"])
  func moneyIsMovedUnderTheLocksOfTheKnob(method: String, lock: String) throws {
    let run = try HeadlessRun(
      "transfer", ["start-method": method, "lock": lock, "rounds": "3", "workers": "3"])
    expect(run, findsAtMost: lock == "off" ? ["lost-update", "wrong-result", "data-race"] : [])
    let actual = try #require(run.summary.integer("actual"))
    #expect(run.summary.integer("expected") == 200)
    #expect((actual == 200) == !run.findings.contains("wrong-result"))
    let locks = Set(run.all("lock.acquire").compactMap(\.object))
    #expect(locks.count == ["off": 0, "coarse": 1, "fine": 2][lock])
  }

  @Test(arguments: methods)
  func whoJoinsBeforeItGetsWaitsForEver(method: String) throws {
    let run = try HeadlessRun("join-before-drain", ["start-method": method])
    #expect(run.status == 3)
    #expect(run.findings == ["blocked-forever"])
    #expect(
      run.findingObjects.first?["processes"] as? [String] == ["Process-1", "MainProcess"])
    #expect(run.all("queue.put").count == 2)
    #expect(run.all("queue.get").isEmpty)
  }

  @Test(arguments: methods)
  func whoGetsBeforeItJoinsHasAllItems(method: String) throws {
    let run = try HeadlessRun("join-before-drain", ["start-method": method, "join": "after"])
    #expect(run.printed(by: "MainProcess") == ["got 1", "got 2", "got 3"])
  }

  @Test(arguments: methods)
  func nobodyGetsAPlainLockBackFromTheDead(method: String) throws {
    let run = try HeadlessRun("killed-holder", ["start-method": method])
    #expect(run.status == 3)
    #expect(run.findings == ["blocked-forever"])
    let stuck = try #require(run.findingObjects.first?["processes"] as? [String])
    #expect(stuck == ["Worker-1", "Worker-2", "MainProcess"])
    #expect(run.end(of: "Victim")?.integer("signal") == 9)
  }

  @Test(arguments: methods, ["on", "off"])
  func aRobustLockIsTakenOver(method: String, repair: String) throws {
    let knobs = ["start-method": method, "lock": "robust", "repair": repair]
    let run = try HeadlessRun("killed-holder", knobs)
    #expect(run.end(of: "Victim")?.integer("signal") == 9)
    let takeover = try #require(run.all("lock.acquire").first { $0.bool("owner_died") == true })
    let releases = run.all("lock.release", by: takeover.process)
    #expect(releases.map { $0.bool("mended") ?? false } == [repair == "on"])
    let right = repair == "on" ? 3 : 2
    #expect(run.printed(by: "MainProcess") == ["left = 3, right = \(right)"])
    #expect(run.findings == (repair == "on" ? [] : ["lock-owner-died", "wrong-result"]))
  }

  @Test(arguments: methods, [("2", "3", 2), ("3", "3", 0), ("4", "3", 1), ("4", "2", 0)])
  func whoeverIsOverWaitsAtTheBarrier(
    method: String, numbers: (workers: String, parties: String, left: Int)
  ) throws {
    let run = try HeadlessRun(
      "barrier",
      ["start-method": method, "workers": numbers.workers, "parties": numbers.parties])
    #expect(run.findings == (numbers.left == 0 ? [] : ["blocked-forever"]))
    let waiting = run.findingObjects.first?["processes"] as? [String] ?? ["MainProcess"]
    #expect(waiting.count == numbers.left + 1)
    let passed = run.printed().filter { $0 == "phase 2 begins" }.count
    #expect(passed == (Int(numbers.workers) ?? 0) - numbers.left)
  }

  @Test(arguments: methods)
  func aReaderThatSeesHalfAWriteSaysSo(method: String) throws {
    let run = try HeadlessRun("readers-writers", ["start-method": method])
    expect(run, findsAtMost: ["process-failed", "data-race"])
    let failures = run.all("process.error").compactMap(\.text)
    #expect(failures.allSatisfy { $0 == "left is 1, but right is 0" })
    #expect(run.findings.contains("process-failed") == !failures.isEmpty)
    let said = run.printed().filter { $0.hasPrefix("both are ") }.count
    #expect(said + failures.count == 2)
  }
}
