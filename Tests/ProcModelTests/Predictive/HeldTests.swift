import ProcModel
import Testing

/// A run under control: every lane is at a gate, and none waits in the kernel.
@Suite struct HeldTests {
  @Test func lanesThatAreHeldInACircleAreADeadlock() throws {
    let run = Run(
      """
      M:  start(P1) start(P2)               held(note,L1)
      P1:                     begin take(L1)              held(take,L2)
      P2:                     begin take(L2)                            held(take,L1)
      """)
    let finding = try #require(run.findings.first)
    #expect(run.findings.map(\.kind) == [.deadlock])
    #expect(
      finding.text.en
        == "Process-1 waits for L2, which Process-2 holds; Process-2 waits for L1, "
        + "which Process-1 holds. Each waits for the next, so none of them can ever go on.")
    #expect(finding.objects == ["L2", "L1"])
    #expect(
      run.steps(of: finding).map(\.text.en.first)
        == run.steps(of: finding).map { _ in "P" })
    #expect(run.steps(of: finding).count == 4)
    #expect(!run.isStuck)
  }

  @Test func aDeadlockOfWaitingAndHeldLanesIsReported() {
    let run = Run(
      """
      M:  start(P1) start(P2)
      P1:                     begin take(L1)              wait(L2)
      P2:                     begin take(L2)                       held(take,L1)
      """)
    #expect(run.findings.map(\.kind) == [.deadlock])
  }

  @Test(arguments: [
    // The lock is free.
    "M: held(take,L)",
    // An rlock that the lane holds itself.
    "M: take(R) held(take,R)",
    // The holder can still be moved.
    "M: start(P1) take(L) held(free,L)\nP1:           begin            held(take,L)",
    // There is an item.
    "M: put(Q)=a held(get,Q)",
    // A held lane can still put one.
    "M: start(P1)                 held(get,Q)\nP1:           begin held(put,Q)",
  ])
  func whoCanStillBeMovedIsNotAccused(diagram: String) {
    var run = Run(diagram)
    #expect(run.findings.isEmpty)
    run.conclude()
    #expect(run.findings.isEmpty)
    #expect(!run.isStuck)
  }

  @Test func aGetBeforeWhichTheLastOneIsHeldIsBlockedForEver() {
    let run = Run("M: start(P1)            held(get,Q)\nP1:          begin                   exit")
    #expect(run.findings.map(\.kind) == [.blockedForever])
    #expect(
      run.findings.first?.text.en
        == "MainProcess waits for an item in Q, but no lane can put one.")
    #expect(run.isStuck)
  }

  /// Joining a child that is held for good, and waiting for it together with others.
  @Test func whoIsHeldBeforeAJoinFollows() throws {
    var trace = TraceMaker(children: 2)
    hold(&trace, 0, .joinDone, trace.process(1))
    hold(&trace, 1, .queueGet, TraceMaker.Thing.queue.id)
    #expect(trace.run.findings.isEmpty)
    hold(&trace, 2, .queueGet, TraceMaker.Thing.queue.id)
    let finding = try #require(trace.run.findings.first)
    #expect(trace.run.findings.map(\.kind) == [.blockedForever])
    #expect(finding.processes == ["Process-1", "Process-2", "MainProcess"])
    #expect(finding.text.en.hasPrefix("Process-1 and Process-2 wait for an item in queue,"))
    #expect(finding.text.en.hasSuffix("So MainProcess waits for ever, too."))
  }

  @Test(arguments: [Event.Flags.timed, .immediate])
  func whoWouldGiveUpIsNotAccused(flags: Event.Flags) {
    var trace = TraceMaker(children: 1)
    hold(&trace, 0, .joinDone, trace.process(1))
    hold(&trace, 1, .queueGet, TraceMaker.Thing.queue.id, flags)
    var run = trace.run
    run.conclude()
    #expect(run.findings.isEmpty)
    #expect(!run.isStuck)
  }

  /// A lane that is let go but must wait says so; it stays accused.
  @Test func lettingALaneGoThatMustWaitChangesNothing() {
    let run = Run(
      """
      M:  start(P1) start(P2)
      P1:                     begin take(L1)              held(take,L2)               wait(L2) held(take,L2)
      P2:                     begin take(L2)                            held(take,L1)
      """)
    #expect(run.findings.map(\.kind) == [.deadlock])
  }

  private func hold(
    _ trace: inout TraceMaker, _ lane: Int, _ kind: EventKind, _ object: ObjectID,
    _ flags: Event.Flags = []
  ) {
    trace.emit(
      lane, Event(.gateWait, object: object, value: Int64(kind.rawValue), flags: flags))
  }
}
