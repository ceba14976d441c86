import ProcModel
import Testing

@Suite struct DataRaceTests {
  @Test func accessesThatNothingOrdersAreARaceEvenIfNothingWasLost() throws {
    let run = Run(
      """
      M:  start(P1) start(P2)
      P1:              begin  read(v)=0 write(v)=1
      P2:                     begin                 read(v)=1 write(v)=2
      """)
    let finding = try #require(run.findings.first)
    #expect(run.findings.map(\.kind) == [.dataRace])
    #expect(finding.processes == ["Process-1", "Process-2"])
    #expect(finding.objects == ["v"])
    #expect(
      run.steps(of: finding).map(\.text.en) == [
        "Process-1 writes 1 to v", "Process-2 reads v: 1",
      ])
    #expect(
      finding.text.en
        == "Process-1 writes v and Process-2 reads it, and only chance decides which comes first: "
        + "neither holds a lock. One lock held around both would prevent that.")
    #expect(finding.text.zh.hasPrefix("Process-1 写入 v，Process-2 读取它，谁先谁后全凭运气：两者都没有持锁。"))
  }

  @Test(arguments: [
    // One lock around both.
    """
    M:  start(P1) start(P2)
    P1:                      begin take(L) write(v)=1 free(L)
    P2:                      begin                            take(L) read(v)=1 write(v)=2 free(L)
    """,
    // The parent before it starts the child, and after it has joined it.
    """
    M: write(v)=1 start(P1)                                       joins(P1) joined(P1) read(v)=2
    P1:                         begin read(v)=1 write(v)=2 exit
    """,
    // The parent knows of the end by asking.
    "M: start(P1)                                     poll(P1)=0 read(v)=1\nP1:              begin write(v)=1 exit",
    // The parent knows of the end by reaping.
    "M: start(P1)                                     reap(P1)=-9 read(v)=1\nP1:              begin write(v)=1",
    // An item orders what its producer did before.
    """
    M:  start(P1) start(P2)
    P1:                      begin write(v)=1 put(Q)=a
    P2:                      begin                     get(Q)=a read(v)=1
    """,
    // A lane that takes a lock over from a dead owner is ordered after what the owner did.
    """
    M:  start(P1) start(P2)                                 kill(P1)=9
    P1:                      begin take(L) write(v)=1
    P2:                      begin                                    inherit(L) write(v)=2
    """,
    // Many lanes may read a value that none writes.
    """
    M: write(v)=1 start(P1) start(P2)
    P1:                               begin    read(v)=1
    P2:                               begin               read(v)=1
    """,
    // A process is ordered with itself.
    "M: write(v)=1 read(v)=1 write(v)=2",
  ])
  func orderedAccessesAreNone(diagram: String) {
    let run = Run(diagram)
    #expect(run.findings.filter { $0.kind == .dataRace } == [])
  }

  @Test(arguments: [
    // A lock that is released before the write.
    """
    M:  start(P1) start(P2)
    P1:                      begin take(L) free(L) write(v)=1
    P2:                      begin                            take(L) write(v)=2 free(L)
    """,
    // A join that has timed out.
    "M: start(P1)                                     joins(P1)=1 gaveup(P1) read(v)=1\nP1:              begin write(v)=1",
    // A child that is still alive.
    "M: start(P1)                                     poll(P1)=1 read(v)=1\nP1:              begin write(v)=1",
    // Another item.
    """
    M:  start(P1) start(P2)
    P1:                      begin put(Q)=a write(v)=1 put(Q)=b
    P2:                      begin                              get(Q)=a read(v)=1
    """,
    // Of many readers, the first is not waited for.
    """
    M:  start(P1) start(P2) start(P3)                                           reap(P2)=0 reap(P3)=0 write(v)=1
    P1:                               begin read(v)=0
    P2:                               begin           read(v)=0
    P3:                               begin                     read(v)=0
    """,
    // The parent after the start of its child.
    "M: start(P1)       write(v)=1\nP1:           begin              write(v)=2",
    // A sleep orders nothing.
    """
    M:  start(P1) start(P2)
    P1:                      begin write(v)=1
    P2:                      begin sleep=40                wake write(v)=2
    """,
  ])
  func unorderedAccessesAreARace(diagram: String) {
    #expect(Run(diagram).findings.map(\.kind) == [.dataRace])
  }

  private static let held: [([TraceMaker.Thing], [TraceMaker.Thing], String)] = [
    ([.lock], [], "Process-1 holds lock, but Process-2 holds no lock"),
    ([], [.lock], "Process-2 holds lock, but Process-1 holds no lock"),
    (
      [.lock], [.otherLock],
      "Process-1 holds lock and Process-2 holds otherLock, which is not the same lock"
    ),
    (
      [.lock, .thirdLock], [.otherLock],
      "Process-1 holds lock and thirdLock and Process-2 holds otherLock, which is not the same lock"
    ),
  ]

  @Test(arguments: held)
  func itIsSaidWhichLocksWereHeld(
    first: [TraceMaker.Thing], second: [TraceMaker.Thing], why: String
  ) {
    var trace = TraceMaker(children: 2)
    for (lane, locks) in [(1, first), (2, second)] {
      for lock in locks { trace.emit(lane, .lockAcquire, lock, value: 1) }
      trace.emit(lane, .valueWrite, .v)
      for lock in locks { trace.emit(lane, .lockRelease, lock) }
    }
    #expect(trace.run.findings.first?.text.en.contains("comes first: \(why). One") == true)
  }

  @Test func aParentThatDoesNotJoinHasARace() {
    let run = Run(
      "M: start(P1)                                     read(v)=1\nP1:              begin write(v)=1"
    )
    #expect(
      run.findings.map(\.text.en) == [
        "Process-1 writes v and MainProcess reads it, and only chance decides which comes first: "
          + "neither holds a lock. Joining Process-1 first, or one lock held around both, "
          + "would prevent that."
      ])
  }

  /// A lost update says more than the possibility of one.
  @Test func aLostUpdateIsReportedInsteadOfTheRace() {
    let run = Run(
      """
      M:  start(P1) start(P2)
      P1:                      begin read(v)=0           write(v)=1
      P2:                      begin           read(v)=0            write(v)=1
      """)
    #expect(run.findings.map(\.kind) == [.lostUpdate])
  }

  @Test func eachValueIsReportedOnce() {
    let run = Run(
      """
      M:  start(P1) start(P2)
      P1:                      begin write(v)=1           write(v)=3 write(u)=1
      P2:                      begin            write(v)=2                      write(v)=4 write(u)=2
      """)
    #expect(run.findings.map(\.objects) == [["v"], ["u"]])
  }

  @Test func elementsOfAnArrayAreApart() {
    for (element, races) in [(UInt64(3), 1), (4, 0)] {
      var trace = TraceMaker(children: 2)
      trace.emit(1, .valueWrite, .array, value: 1, extra: 3)
      trace.emit(2, .valueWrite, .array, value: 1, extra: element)
      let findings = trace.run.findings
      #expect(findings.count == races)
      #expect(findings.allSatisfy { $0.text.en.contains("both write array[3],") })
    }
  }

  /// What would have ordered them may be among what is missing.
  @Test func nothingIsSaidOnceEventsAreMissing() {
    var trace = TraceMaker(children: 2)
    trace.emit(1, .valueWrite, .v)
    var events = trace.events
    var lost = TraceMaker(children: 2)
    lost.emit(2, .note, .v)
    lost.emit(2, .valueWrite, .v)
    events.append(lost.events[lost.events.count - 1])
    var run = Run()
    for event in events { run.append(event) }
    #expect(run.world.lostCount == 1)
    #expect(run.findings.isEmpty)
  }
}
