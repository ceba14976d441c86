import ProcModel
import Testing

@Suite struct StuckTests {
  @Test func twoLocksInTwoOrdersAreADeadlock() throws {
    let run = Run(
      """
      M:  start(P1) start(P2) joins(P1)
      P1:              begin  take(L1)                    wait(L2)
      P2:                     begin      take(L2)                    wait(L1)
      """)
    let finding = try #require(run.findings.first)
    #expect(run.findings.count == 1)
    #expect(finding.kind == .deadlock)
    #expect(finding.processes == ["Process-1", "Process-2", "MainProcess"])
    #expect(finding.objects == ["L2", "L1"])
    #expect(
      finding.text.en
        == "Process-1 waits for L2, which Process-2 holds; Process-2 waits for L1, "
        + "which Process-1 holds. Each waits for the next, so none of them can ever go on. "
        + "So MainProcess waits for ever, too.")
    #expect(run.isStuck)
  }

  @Test func aDeadlockIsSeenWhileOthersGoOn() {
    let run = Run(
      """
      M:  start(P1) start(P2)       sleep=1000
      P1:              begin  take(L1)                    wait(L2)
      P2:                     begin      take(L2)                    wait(L1)
      """)
    #expect(run.findings.map(\.kind) == [.deadlock])
    #expect(!run.isStuck)
  }

  @Test func aLockTakenTwiceIsADeadlockAndAnRLockIsNot() {
    let lock = Run(
      """
      M:  start(P1) joins(P1)
      P1:             begin  take(L)  wait(L)
      """)
    #expect(lock.findings.map(\.kind) == [.deadlock])
    #expect(lock.findings[0].text.en.hasPrefix("Process-1 waits for L, which it holds itself."))
    #expect(lock.isStuck)
    let rlock = Run(
      """
      M:  start(P1) joins(P1)
      P1:             begin  take(R)  take(R)=2
      """)
    #expect(rlock.findings.isEmpty)
    #expect(rlock.object("R")?.content.lock?.depth == 2)
  }

  @Test func joiningAWaiterForMyLockIsADeadlock() {
    let run = Run(
      """
      M:  start(P1) take(L)           joins(P1)
      P1:             begin   wait(L)
      """)
    #expect(run.findings.map(\.kind) == [.deadlock])
    #expect(run.isStuck)
  }

  @Test func aGetWithoutAProducerIsBlockedForEver() {
    let run = Run(
      """
      M:  start(P1)              get(Q)=1 getting(Q)
      P1:        begin put(Q)=1                      exit
      """)
    #expect(run.findings.map(\.kind) == [.blockedForever])
    #expect(
      run.findings[0].text.en
        == "MainProcess waits for an item in Q, but no lane can put one.")
    #expect(run.isStuck)
  }

  @Test(arguments: [
    // Another lane could still put.
    "M:  start(P1)  getting(Q)\nP1:    begin     sleep=50",
    // An item is there; the get is on its way.
    "M:  start(P1)  getting(Q)\nP1:    begin             put(Q)=1 exit",
    // A limit ends the wait.
    "M:  start(P1)  getting(Q)=50\nP1:    begin             exit",
    // A child that has been started may do anything.
    "M:  start(P1)  getting(Q)",
    // The user can always type.
    "M:  asks",
    // Held at a gate: the viewer will let it go.
    "M:  start(P1)  getting(Q)\nP1:    begin     held(put,Q)",
    // The lock has been released.
    "M:  start(P1) take(L)      free(L)  joins(P1)\nP1:     begin   wait(L)",
    // The child has ended.
    "M:  start(P1)         joins(P1)\nP1:     begin  exit",
    // A worker is free for the task.
    "M:  start(P1)         submit(T)=1 awaits(T)=1\nP1:     begin  idle",
    // The worker may put when it has taken the task.
    "M:  start(P1)         submit(T)=1 getting(Q)\nP1:     begin  idle",
    // An rlock never keeps its own holder.
    "M: take(R) wait(R)",
    // Idle workers do not block other lanes, and are not stuck themselves.
    "M:  start(P1)         exit\nP1:     begin  idle",
  ])
  func waitsThatCanEndAreNotAccused(diagram: String) {
    let run = Run(diagram)
    #expect(run.findings.isEmpty)
    #expect(!run.isStuck)
  }

  @Test func idleWorkersCannotPut() {
    let run = Run(
      """
      M:  start(P1)              getting(Q)
      P1:        begin idle
      """)
    #expect(run.findings.map(\.kind) == [.blockedForever])
    #expect(run.isStuck)
  }

  @Test func aTaskThatWaitsForATaskBehindItBlocksTheOnlyWorker() {
    let run = Run(
      """
      M:  start(W) submit(T)=1 submit(T)=2   awaits(T)=1
      W:        begin   idle       work(T)=1                awaits(T)=2
      """)
    #expect(run.findings.map(\.kind) == [.blockedForever])
    #expect(run.findings[0].processes == ["W", "MainProcess"])
  }

  @Test func aFullQueueWithoutAConsumerBlocksForEver() {
    let run = Run("M:  put(Q1)=a putting(Q1)")
    #expect(run.findings.map(\.kind) == [.blockedForever])
    #expect(run.findings[0].text.en.contains("room in Q1"))
  }

  @Test func whoGoesOnAfterAllIsNotAccusedAnyMore() {
    let run = Run("M:  getting(Q)  print=hello")
    #expect(run.findings.isEmpty)
  }

  @Test func whatWasFoundStaysWhenTheRunIsStopped() {
    var run = Run("M:  getting(Q)")
    run.append(Event(.processSignal, pid: 1, value: 9, flags: .observed))
    run.append(
      Event(.processReap, pid: 1, object: run.world.lanes[0].id, value: -9, flags: .observed))
    #expect(run.findings.map(\.kind) == [.blockedForever])
    #expect(run.lane("MainProcess")?.activity == .ended(.signal(9)))
  }
}

extension ObjectState.Content {
  /// The state, where it is a lock.
  var lock: ObjectState.LockState? { if case .lock(let state) = self { state } else { nil } }
  /// The state, where it is a queue.
  var queue: ObjectState.QueueState? { if case .queue(let state) = self { state } else { nil } }
  /// The state, where it is a value.
  var value: ObjectState.ValueState? { if case .value(let state) = self { state } else { nil } }
  /// The state, where it is a pool.
  var pool: ObjectState.PoolState? { if case .pool(let state) = self { state } else { nil } }
}
