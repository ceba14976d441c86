import ProcModel
import Testing

/// What the world knows of semaphores, conditions, events and barriers.
@Suite struct CoordinationTests {
  @Test func aSemaphoreCountsAndHasALine() {
    let waiting = """
      M:  start(P1) start(P2) acquire(S1)=0
      P1:             begin                  taking(S1)
      P2:                      begin                    taking(S1)=50
      """
    let run = Run(waiting)
    #expect(run.object("S1")?.content.semaphore?.count == 0)
    #expect(run.object("S1")?.content.semaphore?.waiters == [1, 2])
    #expect(run.lane("Process-1")?.activity == .blocked(.semaphore(run.world.objects[0].id)))
    let later = Run(waiting + "\nM:" + String(repeating: " ", count: 80) + "give(S1)=1")
    #expect(later.object("S1")?.content.semaphore?.count == 1)
    let taken = Run(
      waiting + "\nM:" + String(repeating: " ", count: 80) + "give(S1)=1"
        + "\nP1:" + String(repeating: " ", count: 95) + "acquire(S1)=0")
    #expect(taken.object("S1")?.content.semaphore?.waiters == [2])
    #expect(taken.connectors.last?.kind == .signal)
    #expect(taken.connectors.last.map { [$0.from, $0.to] } == [0, 1])
    #expect(taken.marks(of: 1).last.map { taken.label(of: $0) } == "0")
  }

  @Test func anEventThatIsSetForAMomentReleasesItsWaiters() {
    let run = Run(
      """
      M:  start(P1) start(P2)           set(E) clear(E)          held(on,E)
      P1:             begin   till(E)                            held(on,E)
      P2:             begin                            till(E)   held(on,E)
      """)
    let event = run.object("E")?.content.event
    #expect(event?.isSet == false)
    #expect(event?.waiters == [1, 2])
    #expect(event?.released == [1])
    #expect(canHappen(run) == [false, true, false])
  }

  @Test func aNotifyGoesToTheLongestWaiter() {
    let run = Run(
      """
      M:  start(P1) start(P2)                                                         take(L) notify(C)=1 free(L) held(wakes,C)
      P1:             begin take(L) waits(L,C) free(L)                                                                      held(wakes,C)
      P2:             begin                            take(L) waits(L,C) free(L)                                           held(wakes,C)
      """)
    let condition = run.object("C")?.content.condition
    #expect(condition?.waiters == [2])
    #expect(condition?.notified == [1])
    #expect(condition?.lastNotify?.woken == [1])
    #expect(run.object("L")?.content.lock?.owner == nil)
    #expect(canHappen(run) == [false, true, false])
  }

  @Test func aNotifyToAWaiterThatDiesGoesToTheNext() {
    let diagram = """
      M:  start(P1) start(P2)                                                         take(L) notify(C)=1 free(L) reap(P1)=-9
      P1:             begin take(L) waits(L,C) free(L)
      P2:             begin                            take(L) waits(L,C) free(L)                                                         wakes(C)
      """
    let run = Run(diagram)
    #expect(run.object("C")?.content.condition?.waiters == [])
    #expect(run.object("C")?.content.condition?.notified == [])
    #expect(run.connectors.last.map { [$0.from, $0.to] } == [0, 2])
    #expect(OrderRule.violations(in: Marbles(diagram).events) == [])
  }

  @Test func whoHasGivenUpTheLockWaitsForTheNotify() {
    let run = Run("M:  start(P1) take(L) waits(L,C) free(L)\nP1:      begin  sleep=100")
    let condition = run.object("C")?.id ?? .none
    #expect(run.lane("MainProcess")?.activity == .blocked(.condition(condition)))
    #expect(run.lane("MainProcess")?.holding == [])
  }

  @Test func aBarrierOpensWhenAllHaveCome() {
    let half = Run("M: come(B2)=0")
    #expect(half.object("B2")?.content.barrier?.arrived == [0])
    let run = Run(
      """
      M:  start(P1)         come(B2)=0             held(pass,B2)
      P1:             begin            come(B2)=1  pass(B2)=1 come(1,B2)=0 held(pass,B2)
      """)
    let barrier = run.object("B2")?.content.barrier
    #expect(barrier?.generation == 1)
    #expect(barrier?.arrived == [1])
    #expect(barrier?.released == [0])
    #expect(canHappen(run) == [true, false])
  }

  @Test func anActionComesBeforeAnybodyPasses() {
    let acting = """
      M:  start(P1)         come(B2)=0             held(pass,B2)
      P1:             begin            acts(B2)=1  note=x held(pass,B2)
      """
    #expect(canHappen(Run(acting)) == [false, true])
    #expect(Run(acting).object("B2")?.content.barrier?.acting == 1)
    let after = Run(acting + "\nP1:" + String(repeating: " ", count: 70) + "pass(B2)=1")
    #expect(canHappen(after) == [true])
    let dead = Run(acting + "\nM:" + String(repeating: " ", count: 70) + "reap(P1)=-9")
    #expect(dead.object("B2")?.content.barrier?.isBroken == true)
  }

  @Test(arguments: ["late(B2)=0", "abort(B2)", "reset(B2)=1"])
  func aBarrierBreaks(how: String) {
    let run = Run(
      """
      M:  start(P1)         come(B2)=0             held(pass,B2)
      P1:             begin            \(how)
      """)
    #expect(run.object("B2")?.content.barrier?.arrived == [])
    #expect(run.object("B2")?.content.barrier?.isBroken == !how.hasPrefix("reset"))
    #expect(canHappen(run) == [true])
  }

  /// Of the lanes that are held, whether they could move.
  private func canHappen(_ run: Run) -> [Bool] {
    run.world.lanes.indices.compactMap { lane in
      guard case .held(let pending) = run.world.lanes[lane].activity else { return nil }
      return run.world.canHappen(pending, by: lane)
    }
  }
}

/// Which lanes wait at them for ever.
@Suite struct CoordinationStuckTests {
  @Test(arguments: [
    (
      "M: taking(S0)",
      "MainProcess waits for a unit of S0, but no lane can release one.",
      "MainProcess 在等待 S0 的名额，但已经没有谁能再归还了。"
    ),
    (
      "M: till(E)", "MainProcess waits until E is set, but no lane can set it.",
      "MainProcess 在等待 E 被设置，但已经没有谁能设置它了。"
    ),
    (
      "M: take(L) waits(L,C) free(L)",
      "MainProcess waits for a notify of C, but no lane can send one. "
        + "It was never notified.",
      "MainProcess 在等待 C 的通知，但已经没有谁能再通知了。它从来没有被通知过。"
    ),
    (
      "M: come(B3)=0",
      "MainProcess waits at B3: 1 of 3 have arrived, but no lane can arrive any more.",
      "MainProcess 在 B3 等待：需要 3 个，只到了 1 个，但已经没有谁能再到达了。"
    ),
  ])
  func nobodyIsLeft(diagram: String, en: String, zh: String) {
    let run = Run(diagram)
    #expect(run.isStuck)
    #expect(run.findings.map(\.kind) == [.blockedForever])
    #expect(run.findings.first?.text == Localized(zh: zh, en: en))
    #expect(run.findings.first?.objects.count == 1)
  }

  @Test func aLostWakeUpIsReportedWithItsLostNotify() throws {
    let run = Run(
      """
      M:  start(P1)   take(L) notify(C)=0 free(L)                     joins(P1)
      P1:       begin                             take(L) waits(L,C) free(L)
      """)
    let finding = try #require(run.findings.first)
    #expect(
      finding.text.en
        == "Process-1 waits for a notify of C, but no lane can send one. "
        + "The last notify came from MainProcess at 24 ms, when nobody was waiting, so it was lost. "
        + "So MainProcess waits for ever, too.")
    #expect(
      finding.text.zh == "Process-1 在等待 C 的通知，但已经没有谁能再通知了。最后一次通知是 MainProcess 在 24 ms 发出的，"
        + "当时没有谁在等待，所以这次通知丢失了。MainProcess 也因此永远等下去。")
    #expect(run.steps(of: finding).contains { $0.text.en.contains("the notify is lost") })
  }

  @Test func theLastNotifyWokeAnotherWaiter() {
    let run = Run(
      """
      M:  start(P1) start(P2)                                                         take(L) notify(C)=1 free(L)          joins(P2)
      P1:             begin take(L) waits(L,C) free(L)                                                                      wakes(C) exit
      P2:             begin                            take(L) waits(L,C) free(L)
      """)
    #expect(run.findings.map(\.kind) == [.blockedForever])
    #expect(run.findings[0].text.en.contains("came from MainProcess at 88 ms, and woke Process-1."))
  }

  @Test func whoGivesUpTheLockIsNotAccusedBeforeItHas() {
    let run = Run(
      """
      M:  start(P1)            take(L)            waits(L,C)
      P1:           begin              wait(L)
      """)
    #expect(run.findings.isEmpty)
  }

  @Test(arguments: [
    // There is a unit.
    "M: taking(S1)",
    // Another lane could release one, set it, notify, or arrive.
    "M: start(P1) taking(S0)\nP1:   begin  sleep=50",
    "M: start(P1) till(E)\nP1:   begin  sleep=50",
    "M: start(P1) come(B2)=0\nP1:   begin  sleep=50",
    // It was set while it waited.
    "M: start(P1) till(E)\nP1:   begin          set(E) clear(E) exit",
    // It was notified.
    "M: start(P1) take(L) waits(L,C) free(L)\nP1:   begin" + String(repeating: " ", count: 40)
      + "take(L) notify(C)=1 free(L) exit",
    // All have arrived; it is broken.
    "M: start(P1) come(B2)=0\nP1:   begin               come(B2)=1 pass(B2)=1 exit",
    "M: start(P1) come(B2)=0\nP1:   begin               abort(B2) exit",
    // A limit ends the wait.
    "M: taking(S0)=5", "M: till(E)=5", "M: take(L) waits(L,C)=1 free(L)",
  ])
  func waitsThatCanEndAreNotAccused(diagram: String) {
    let run = Run(diagram)
    #expect(run.findings.isEmpty)
    #expect(!run.isStuck)
  }
}
