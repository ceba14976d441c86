import ProcModel
import Testing

@Suite struct EndFindingTests {
  @Test func aKilledOwnerIsReportedWithItsSuccessor() throws {
    let run = Run(
      """
      M:  start(P1) start(P2)                           kill(P1)=9 reap(P1)=-9
      P1:               begin take(L)
      P2:               begin           wait(L)                                 inherit(L)
      """)
    let finding = try #require(run.findings.first)
    #expect(run.findings.map(\.kind) == [.lockOwnerDied])
    #expect(
      finding.text.en
        == "Process-1 was killed by SIGKILL while it held L. "
        + "Process-2 took the lock over; what it protects may be half changed.")
    #expect(finding.processes == ["Process-1", "Process-2"])
    #expect(run.object("L")?.content.lock?.owner == 2)
  }

  @Test func anHeirThatMendsWhatWasHalfDoneSettlesIt() throws {
    let run = Run(
      """
      M:  start(P1) start(P2)              kill(P1)=9 reap(P1)=-9
      P1:               begin take(L)
      P2:               begin    wait(L)              inherit(L)   mended(L) take(L)
      """)
    #expect(run.findings == [])
    #expect(run.findings(at: run.world).isEmpty)
  }

  @Test func anotherOwnersDeathIsNotSettledByThat() throws {
    let run = Run(
      """
      M:  start(P1) start(P2)              kill(P1)=9 reap(P1)=-9
      P1:               begin take(L) take(L2)
      P2:               begin    wait(L)              inherit(L) inherit(L2)  mended(L)
      """)
    #expect(run.findings.map(\.kind) == [.lockOwnerDied])
    #expect(run.findings.first?.objects == ["L2"])
  }

  @Test func anHeirMayBeHeardOfBeforeTheDeath() {
    let run = Run(
      """
      M:  start(P1) start(P2)                                       reap(P1)=-9
      P1:               begin take(L)
      P2:               begin           wait(L)         inherit(L)
      """)
    #expect(run.findings.map(\.kind) == [.lockOwnerDied, .processFailed])
    #expect(run.findings[0].text.en.hasPrefix("Process-1 was killed by SIGKILL while it held L."))
    #expect(run.object("L")?.content.lock?.owner == 2)
  }

  @Test func aProcessKilledFromOutsideFailed() {
    let run = Run("M:  start(P1)          reap(P1)=-9\nP1:      begin")
    #expect(run.findings.map(\.kind) == [.processFailed])
    #expect(run.findings[0].text.en == "Process-1 was killed by SIGKILL, from outside the run.")
  }

  @Test func aCrashIsTheProcessesOwnDoing() {
    let run = Run("M:  start(P1)          reap(P1)=-11\nP1:      begin")
    #expect(run.findings.map(\.text.en) == ["Process-1 crashed (SIGSEGV)."])
  }

  /// Who crashes cannot give back what he holds: the crash is the cause, and comes first.
  @Test func aCrashInsideALockComesBeforeItsDeadOwner() {
    let run = Run(
      """
      M:  start(P1) start(P2)                                 reap(P1)=-4
      P1:               begin take(L)
      P2:               begin           wait(L)   inherit(L)
      """)
    #expect(run.findings.map(\.kind) == [.processFailed, .lockOwnerDied])
    #expect(run.killedFromOutside.isEmpty)
  }

  /// Its parent ends, too; what was known when it was reaped stays known.
  @Test func whoWasKilledFromOutsideIsKnownToTheEnd() {
    let run = Run("M:  start(P1)          reap(P1)=-9 exit\nP1:      begin")
    #expect(run.killedFromOutside == [1])
    let own = Run("M:  start(P1)  kill(P1)=9   reap(P1)=-9 exit\nP1:      begin")
    #expect(own.killedFromOutside.isEmpty)
  }

  @Test func whoeverIsKilledAtItsVeryEndWasTouchedButHasNotFailed() {
    let run = Run("M:  start(P1)      reap(P1)=-9\nP1:      begin exit=0")
    #expect(run.killedFromOutside == [1])
    #expect(run.findings.isEmpty)
  }

  @Test(arguments: [
    // Its own parent killed it.
    "M:  start(P1)    kill(P1)=9 reap(P1)=-9\nP1:     begin",
    // A daemon ends with its parent.
    "M:  start(P1,daemon)    exit reap(P1)=-15\nP1:     begin",
    // A child is ended together with its parent.
    "M:  start(P1)            reap(P1)=-15 \nP1:     begin start(P2) exit\nP2:       begin",
    // An exit code is a message, not an error.
    "M:  start(P1)    joined(P1)  reap(P1)=3\nP1:     begin exit=3",
  ])
  func endsOnPurposeAreNoFailures(diagram: String) {
    #expect(Run(diagram).findings.isEmpty)
  }

  @Test func equalErrorsAreOneFinding() {
    let run = Run(
      """
      M:  start(P1) start(P2)
      P1:         begin   error(ValueError)   exit=1
      P2:         begin      error(ValueError)   exit=1
      """)
    #expect(run.findings.map(\.kind) == [.processFailed])
    #expect(run.findings[0].text.en == "Process-1 and Process-2 failed: ValueError: message")
    #expect(run.marks(of: 1).last?.isWrong == true)
  }

  @Test func aMissingGlobalUnderSpawnIsReported() {
    let run = Run("M:  start(P1,spawn)\nP1:     begin   error(MissingGlobal)   exit=1")
    #expect(run.findings.map(\.kind) == [.spawnMissingGlobal])
    #expect(run.findings[0].text.zh.hasPrefix("Process-1 找不到父进程的全局变量"))
  }

  @Test func whatEndsWhenTheViewerStopsTheRunIsNotBlamed() {
    var run = Run("M:  start(P1)\nP1:      begin take(L)")
    run.append(Event(.processSignal, pid: 1, flags: .observed))
    for lane in run.world.lanes {
      run.append(Event(.processReap, pid: 1, object: lane.id, value: -9, flags: .observed))
    }
    #expect(run.findings.isEmpty)
    #expect(!run.world.lanes.contains { !$0.hasEnded })
  }
}

@Suite struct ResultFindingTests {
  @Test func moreThanThereMayBeIsOversold() {
    let run = Run(
      """
      M:  expect(sold)<=1 start(P1) start(P2)
      P1:   begin read(v)=1             write(v)=0            write(sold)=1
      P2:   begin       read(v)=1                  write(v)=0                write(sold)=2
      """)
    #expect(run.findings.map(\.kind) == [.oversold, .lostUpdate])
    #expect(
      run.findings[0].text.en
        == "sold is 2, but may be at most 1. v was 1 when Process-2 looked; "
        + "before Process-2 acted upon that, others had changed it once.")
  }

  @Test func lookingBackOversoldIsAsFarAsItWasThen() {
    let run = Run(
      """
      M:  expect(sold)<=1 start(P1) start(P2)
      P1:   begin write(sold)=1             write(sold)=3
      P2:   begin               write(sold)=2
      """)
    let texts = (0...run.trace.count).map { count in
      run.findings(at: run.world(after: count)).filter { $0.kind == .oversold }.map(\.text.en)
    }
    let told = texts.compactMap(\.first).map { $0.prefix(while: { $0 != "," }) }
    #expect(told.first == "sold is 2")
    #expect(told.last == "sold is 3")
  }

  @Test(arguments: ["M: write(v)=2 expect(v)=2 exit", "M: write(v)=1 expect(v)<=2 exit"])
  func whatIsAsExpectedIsNoFinding(diagram: String) {
    #expect(Run(diagram).findings.isEmpty)
  }

  @Test func aResultThatNoLostUpdateExplainsIsWrong() {
    let run = Run("M: expect(v)=2 write(v)=1 exit")
    #expect(run.findings.map(\.kind) == [.wrongResult])
    #expect(run.findings[0].text.en == "v is 1 in the end; it should be 2.")
  }
}
