import ProcModel
import Testing

@Suite struct LockOrderTests {
  @Test func twoOrdersAreADangerEvenIfTheyDidNotMeet() throws {
    let run = Run(
      """
      M:  start(P1) start(P2)
      P1:                     begin take(L1) take(L2) free(L2) free(L1)
      P2:                     begin                                     take(L2) take(L1) free(L1) free(L2)
      """)
    let finding = try #require(run.findings.first)
    #expect(run.findings.map(\.kind) == [.lockOrder])
    #expect(finding.processes == ["Process-1", "Process-2"])
    #expect(finding.objects == ["L1", "L2"])
    #expect(
      run.steps(of: finding).map(\.text.en) == [
        "Process-1 takes L1", "Process-1 takes L2", "Process-2 takes L2", "Process-2 takes L1",
      ])
    #expect(
      finding.text.en
        == "Process-1 takes L2 while it holds L1; Process-2 takes L1 while it holds L2. It did "
        + "not happen this time; once each holds its first lock, both wait for ever. "
        + "If all lanes take the locks in the same order, it cannot happen.")
    #expect(finding.text.zh.hasPrefix("Process-1 持有 L1 时获取 L2；Process-2 持有 L2 时获取 L1。"))
  }

  @Test(arguments: [
    // The same order.
    """
    M:  start(P1) start(P2)
    P1:                     begin take(L1) take(L2) free(L2) free(L1)
    P2:                     begin                                     take(L1) take(L2) free(L2) free(L1)
    """,
    // One process alone cannot deadlock through lock order.
    "M: take(L1) take(L2) free(L2) free(L1) take(L2) take(L1) free(L1) free(L2)",
    // Another lock is held around both.
    """
    M:  start(P1) start(P2)
    P1:                     begin take(L0) take(L1) take(L2) free(L2) free(L1) free(L0)
    P2:                     begin                                                       take(L0) take(L2) take(L1) free(L1) free(L2) free(L0)
    """,
    // The child begins when its parent has done so.
    """
    M:  take(L1) take(L2) free(L2) free(L1) start(P1)
    P1:                                               begin take(L2) take(L1) free(L1) free(L2)
    """,
    // The parent does so when its child has ended.
    """
    M:  start(P1)                                                 joins(P1) joined(P1) take(L1) take(L2) free(L2)
    P1:           begin take(L2) take(L1) free(L1) free(L2) exit
    """,
    // Acquiring a held rlock again is no new acquire.
    """
    M:  start(P1) start(P2)
    P1:                     begin take(R1) take(R2) take(R1)=2 free(R1)=1 free(R2) free(R1)
    P2:                     begin                                                           take(R1) take(R2) free(R2) free(R1)
    """,
  ])
  func ordersThatCannotMeetAreNone(diagram: String) {
    #expect(Run(diagram).findings.isEmpty)
  }

  @Test func aLaterTimeMayBeTheDangerousOne() {
    let run = Run(
      """
      M:  take(L1) take(L2) free(L2) free(L1) start(P1)                                                     take(L1) take(L2)
      P1:                                               begin take(L2) take(L1) free(L1) free(L2)
      """)
    #expect(run.findings.map(\.kind) == [.lockOrder])
  }

  @Test func aDeadlockIsReportedInsteadOfTheLockOrder() {
    let run = Run(
      """
      M:  start(P1) start(P2)
      P1:                     begin take(L1) take(L2) free(L2) free(L1) take(L1)         wait(L2)
      P2:                     begin                                             take(L2)          wait(L1)
      """)
    #expect(run.findings.map(\.kind) == [.deadlock])
  }

  /// A lane with a timeout is no part of a deadlock.
  @Test(arguments: [Event.Flags.impatient, []])
  func aTryWaitsForNoLane(flags: Event.Flags) {
    var trace = TraceMaker(children: 2)
    nest(&trace, 1, .lock, .otherLock)
    trace.emit(2, .lockAcquire, .otherLock, value: 1)
    trace.emit(2, .lockAcquire, .lock, value: 1, flags: flags)
    #expect(trace.run.findings.map(\.kind) == (flags.isEmpty ? [.lockOrder] : []))
  }

  /// Three locks, three processes, and at most two of them at the table.
  @Test(arguments: [true, false])
  func aSemaphoreMayKeepThemFromMeeting(hasWaiter: Bool) {
    let forks: [TraceMaker.Thing] = [.lock, .otherLock, .thirdLock]
    var trace = TraceMaker(children: 3)
    for seat in 0..<3 {
      if hasWaiter { trace.emit(seat + 1, .semaphoreAcquire, .semaphore) }
      nest(&trace, seat + 1, forks[seat], forks[(seat + 1) % 3])
      if hasWaiter { trace.emit(seat + 1, .semaphoreRelease, .semaphore, extra: 1) }
    }
    let findings = trace.run.findings
    #expect(findings.map(\.kind) == (hasWaiter ? [] : [.lockOrder]))
    #expect(findings.allSatisfy { $0.processes.count == 3 && $0.text.en.contains("all of them") })
  }

  @Test func eachCycleIsReportedOnce() {
    var trace = TraceMaker(children: 3)
    for _ in 0..<10 {
      nest(&trace, 1, .lock, .otherLock)
      nest(&trace, 2, .otherLock, .lock)
      nest(&trace, 3, .otherLock, .lock)
    }
    #expect(trace.run.findings.map(\.kind) == [.lockOrder])
  }

  private func nest(
    _ trace: inout TraceMaker, _ lane: Int, _ outer: TraceMaker.Thing, _ inner: TraceMaker.Thing
  ) {
    trace.emit(lane, .lockAcquire, outer, value: 1)
    trace.emit(lane, .lockAcquire, inner, value: 1)
    trace.emit(lane, .lockRelease, inner)
    trace.emit(lane, .lockRelease, outer)
  }
}
