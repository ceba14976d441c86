import ProcModel
import Testing

@Suite struct WorldTests {
  @Test func lanesKnowTheirParentsAndHowTheyWereStarted() throws {
    let run = Run(
      """
      M:  start(P1,spawn)          start(T1,thread)
      P1:                   begin
      T1:                                              begin
      """)
    #expect(run.world.lanes.map(\.name) == ["MainProcess", "Process-1", "T1"])
    #expect(run.world.lanes.map(\.method) == [nil, .spawn, .thread])
    #expect(run.world.lanes.map(\.parent) == [nil, 0, 0])
    #expect(run.world.lanes.map(\.isThread) == [false, false, true])
    #expect(run.world.lanes[2].pid == run.world.lanes[0].pid)
    #expect(run.world.mainLane == 0)
    #expect(run.world.lostCount == 0)
  }

  @Test func aStartedProcessIsStartingUntilItBegins() {
    #expect(Run("M: start(P1)").lane("Process-1")?.activity == .starting)
    #expect(Run("M: start(P1)\nP1:  begin").lane("Process-1")?.activity == .running)
  }

  @Test func aLockHasOneHolderAndWaitersInTheirOrder() throws {
    let run = Run(
      """
      M:  start(P1) start(P2) start(P3)
      P1:       begin take(L)                 free(L)
      P2:       begin          wait(L)                  take(L)
      P3:       begin                 wait(L)
      """)
    let lock = try #require(run.object("L")?.content.lock)
    #expect(lock.owner == 2)
    #expect(lock.waiters == [3])
    #expect(lock.acquisitions == 2)
    #expect(lock.contentions == 2)
    #expect(run.lane("Process-2")?.holding == [run.object("L")?.id ?? .none])
    #expect(run.lane("Process-1")?.holding == [])
    #expect(run.lane("Process-3")?.activity == .blocked(.lock(run.object("L")?.id ?? .none)))
  }

  @Test func whoGivesUpStandsInLineNoMore() {
    let run = Run(
      """
      M:  start(P1) take(L)
      P1:       begin          wait(L)=50   print=later
      """)
    #expect(run.object("L")?.content.lock?.waiters == [])
  }

  @Test func whoIsHeldAtAGateKeepsItsPlaceInLine() {
    let run = Run(
      """
      M:  start(P1) start(P2) take(L)                  free(L)
      P1:       begin                  wait(L)                  held(take,L) wait(L)
      P2:       begin                          wait(L)
      """)
    #expect(run.object("L")?.content.lock?.waiters == [1, 2])
  }

  @Test func aQueueHoldsWhatWasPutAndNotGot() throws {
    let run = Run(
      """
      M:  start(P1)                   get(Q)=a
      P1:     begin  put(Q)=a put(Q)=b         put(Q)=c
      """)
    let queue = try #require(run.object("Q")?.content.queue)
    #expect(queue.items.map(\.text) == ["b", "c"])
    #expect(queue.depth == 2)
    #expect(queue.puts == 3)
    #expect(queue.gets == 1)
  }

  @Test func aPoolKnowsItsTasks() throws {
    let run = Run(
      """
      M:  start(W1) start(W2) submit(T)=1 submit(T)=2 submit(T)=3
      W1:       begin idle                           work(T)=1             done(T)=1
      W2:       begin idle                           work(T)=2
      """)
    let pool = try #require(run.object("T")?.content.pool)
    #expect(pool.tasks.map(\.stage) == [.ended(1, outcome: "ok"), .running(2), .pending])
    #expect(pool.running == 1)
    #expect(pool.ended == 1)
    #expect(pool.peak == 2)
    #expect(run.lane("W1")?.activity == .idle)
    #expect(run.lane("W2")?.activity == .running)
  }

  @Test func privateMemoryIsThereOncePerProcess() {
    var run = Run("M: start(P1)\nP1:  begin")
    let list = ObjectID(rawValue: 5)
    run.append(Event(.objectDefine, pid: 100, number: 3, object: list, value: 10, text: "numbers"))
    for (pid, text) in [(Int32(100), "[]"), (101, "[1]"), (101, "[1, 2]")] {
      run.append(Event(.memory, pid: pid, object: list, text: text))
    }
    let variables = run.world.objects.filter { $0.kind == .variable }
    #expect(variables.map(\.name) == ["numbers", "numbers"])
    #expect(
      variables.map(\.content) == [
        .variable(owner: 0, text: "[]"), .variable(owner: 1, text: "[1, 2]"),
      ])
  }

  @Test func aGapInTheNumbersIsLoss() {
    var run = Run()
    for number in [0, 1, 4, 5, 5, 3, 6] as [UInt32] {
      run.append(Event(.note, pid: 7, number: number))
    }
    #expect(run.world.lostCount == 2)
    run.append(Event(.note, pid: 8, number: 3))
    #expect(run.world.lostCount == 5)
  }

  @Test func numbersMayWrap() {
    var run = Run()
    run.append(Event(.note, pid: 7, number: 0))
    run.append(Event(.note, pid: 7, number: 0x7FFF_FFFF))
    let lost = run.world.lostCount
    for number in [0x8000_0000, 0x8000_0001] as [UInt32] {
      run.append(Event(.note, pid: 7, number: number))
    }
    #expect(run.world.lostCount == lost)
  }

  @Test func rawOutputSaysNothingAboutItsWriter() {
    var run = Run("M: start(P1) joins(P1)\nP1:    begin")
    run.append(Event(.output, pid: 100, number: 99, value: 1, flags: .observed, text: "hello"))
    #expect(run.lane("MainProcess")?.activity == .blocked(.join(run.world.lanes[1].id)))
    #expect(run.world.lostCount == 0)
    #expect(run.talk == [run.trace.count - 1])
  }

  @Test func aProcessTakesItsThreadsWithIt() {
    let run = Run(
      """
      M:  start(P1)                                     reap(P1)=-9
      P1:        begin   start(T1,thread)
      T1:                                    begin
      """)
    #expect(run.lane("Process-1")?.activity == .ended(.signal(9)))
    #expect(run.lane("T1")?.activity == .ended(.unknown))
  }

  @Test func aStampThatGoesBackIsRaised() {
    var run = Run()
    for time in [1_000, 3_000, 2_000, UInt64.max, 4_000] {
      run.append(Event(.note, pid: 7, time: time))
    }
    #expect(run.trace.map(\.time) == [1_000, 3_000, 3_000, 3_000, 4_000])
    #expect(run.count(upTo: 3_000) == 4)
    #expect(run.count(upTo: 999) == 0)
  }
}
