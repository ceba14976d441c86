import ProcModel
import Testing

/// Pipes and joinable queues, as the trace shows them.
@Suite struct PipeModelTests {
  private func ends(_ run: Run, _ name: String = "I") -> PipeEnds? {
    run.object(name)?.content.queue?.ends
  }

  private func canHappen(
    _ kind: EventKind, _ name: String, in run: Run,
    blocking: PendingOperation.Blocking = .indefinite
  ) throws -> Bool {
    let object = try #require(run.object(name))
    return run.world.canHappen(
      PendingOperation(kind: kind, object: object.id, slot: 0, blocking: blocking), by: 0)
  }

  @Test func aForkedChildHasWhatItsParentHas() {
    let run = Run("M: start(P1) note wclose(I)  start(P2)\nP1:   begin\nP2: ")
    #expect(ends(run)?.readers == [0, 1, 2])
    #expect(ends(run)?.writers == [1])
  }

  @Test func aThreadHasTheEndsOfItsProcess() {
    let run = Run("M: start(T1,thread)\nT1:          begin wclose(I)  print=x")
    #expect(ends(run)?.readers == [0])
    #expect(ends(run)?.writers == [])
  }

  @Test func aSpawnedChildHasWhatItSays() {
    let unknown = Run("M: start(P1,spawn) wclose(I) \nP1:                     begin")
    #expect(ends(unknown)?.isEnded == false)
    let given = Run(
      "M: start(P1,spawn) wclose(I) \nP1:                     begin whas(I)   print=x")
    #expect(ends(given)?.writers == [1])
    #expect(ends(given)?.isEnded == false)
    let nothing = Run(
      "M: start(P1,spawn) wclose(I) \nP1:                     begin print=x")
    #expect(ends(nothing)?.isEnded == true)
  }

  @Test(arguments: [
    ("M: note(I)", false), ("M: put(I)=1", true), ("M: wclose(I) ", true),
    ("M: start(P1) wclose(I) \nP1:           begin", false),
    ("M: start(P1) wclose(I) \nP1:           begin exit", true),
    ("M: start(P1) wclose(I)   kill(P1)=9 reap(P1)=-9\nP1:           begin ", true),
  ])
  func toReceiveCanHappenWhereThereIsAMessageOrNoneWillCome(diagram: String, can: Bool) throws {
    let run = Run(diagram)
    #expect(try canHappen(.queueGet, "I", in: run) == can)
    #expect(try canHappen(.queuePoll, "I", in: run) == can)
    #expect(try canHappen(.queuePoll, "I", in: run, blocking: .nonblocking))
    #expect(try canHappen(.queuePut, "I", in: run))
  }

  @Test func aReceiverWhoseOwnSendingEndIsOpenWaitsForEver() throws {
    let run = Run(
      """
      M:  start(P1)                       getting(I)
      P1:           begin put(I)=1   exit
      """)
    #expect(run.findings.isEmpty)
    let forgotten = Run(
      """
      M:  start(P1)            get(I)=1           getting(I)
      P1:           begin put(I)=1          exit
      """)
    let finding = try #require(forgotten.findings.first)
    #expect(finding.kind == .blockedForever)
    #expect(finding.objects == ["I"])
    #expect(
      finding.text.en
        == "MainProcess waits for a message in I, but no lane can send one. "
        + "Its sending end is still open in MainProcess, so its end (EOFError) never comes."
    )
    #expect(forgotten.isStuck)
  }

  @Test(arguments: [
    // The sender lives.
    "M: start(P1) wclose(I)  getting(I)\nP1:      begin",
    // The end has come.
    "M: start(P1) wclose(I)  getting(I)\nP1:      begin                exit",
    // A limit ends the wait.
    "M: start(P1) getting(I)=50\nP1:      begin exit",
  ])
  func waitsThatCanEndAreNotAccused(diagram: String) {
    let run = Run(diagram)
    #expect(run.findings.isEmpty)
    #expect(!run.isStuck)
  }

  @Test func whoCannotSendIsNoHelp() {
    // Process-2 goes on, but has closed its sending end.
    let run = Run(
      """
      M:  start(P1)                   joins(P1)
      P1:           begin wclose(I)              getting(I)
      """)
    // Only main could send, and it waits for Process-1.
    #expect(run.findings.map(\.kind) == [.deadlock])
    #expect(
      run.findings.first?.text.en.hasPrefix(
        "MainProcess waits for the end of Process-1; Process-1 waits for a message of MainProcess in I."
      ) == true)
  }

  @Test func aPipeEndsWithItsLastSender() {
    let run = Run(
      "M: start(P1) start(P2) wclose(I)\nP1:          begin  exit\nP2:                   begin      exit"
    )
    #expect(run.world.pipesLeft(by: 1) == [])
    #expect(run.world.pipesLeft(by: 2) == run.object("I").map { [$0.id] })
  }

  @Test func endsAreSpokenOf() {
    let run = Run("M: start(P1) wclose(I) \nP1:      begin                  wclose(I) ")
    let closes = run.trace.indices.filter { run.trace[$0].kind == .pipeClose }
    let texts = closes.map { Explainer.sentence(for: run.trace[$0], before: run.world(after: $0)) }
    #expect(
      texts.map(\.en) == [
        "MainProcess closes the sending end of I; Process-1 has it open",
        "Process-1 closes the sending end of I, the last one",
      ])
    #expect(texts[1].zh == "Process-1 关闭 I 的发送端，它是最后一个")
  }

  @Test(arguments: [
    ("M: note(Q)", true), ("M: put(Q)=1", false), ("M: put(Q)=1 get(Q)=1", false),
    ("M: put(Q)=1 get(Q)=1 taskdone(Q)=0", true),
  ])
  func toJoinAQueueCanHappenWhenAllIsDone(diagram: String, can: Bool) throws {
    #expect(try canHappen(.queueJoinDone, "Q", in: Run(diagram)) == can)
  }

  @Test func aJoinThatCanNeverEndIsAFinding() throws {
    let run = Run(
      """
      M:  start(P1) put(Q)=1 put(Q)=2                       joining(Q)=2
      P1:    begin                    get(Q)=1 get(Q)=2                  exit
      """)
    let finding = try #require(run.findings.first)
    #expect(finding.kind == .blockedForever)
    #expect(finding.objects == ["Q"])
    #expect(
      finding.text.en
        == "MainProcess waits until all tasks of Q are done (task_done); 2 are not, "
        + "and no lane can do them.")
    #expect(run.world.situation(of: 0).en == "waits until 2 tasks of Q are done")
    let other = Run(
      "M:  start(P1) put(Q)=1            joining(Q)=1\nP1:    begin            get(Q)=1")
    #expect(other.findings.isEmpty)
    #expect(other.object("Q")?.content.queue?.joiners == [0])
  }

  @Test func taskCountsAreChecked() {
    func violations(_ diagram: String) -> [String] {
      OrderRule.violations(in: Marbles(diagram).events).map(\.text)
    }
    #expect(violations("M: put(Q)=1 get(Q)=1 taskdone(Q)=0 alldone(Q)") == [])
    #expect(violations("M: taskdone(Q)=0") == ["more tasks are done than were put"])
    #expect(violations("M: put(Q)=1 alldone(Q)") == ["joined before all tasks are done"])
    #expect(violations("M: ended(I) put(I)=1") == ["item 1 is put after the pipe's end"])
  }

  @Test func jsonSaysWhatHappened() {
    let run = Run("M: put(I)=a rclose(I)  ended(I) looks(Q)=3 taskdone(Q)=2 joining(Q)=2")
    let lines = run.trace.enumerated().map {
      EventJSON.line($1, seq: $0, world: run.world)
    }
    #expect(lines.contains { $0.contains(#""event":"pipe.close","object":"I","end":"reader""#) })
    #expect(lines.contains { $0.contains(#""kind":"pipe","capacity":0,"ends":"reader writer""#) })
    #expect(
      lines.contains {
        $0.contains(#""event":"queue.get.timeout""#) && $0.contains(#""closed":true"#)
      })
    #expect(
      lines.contains { $0.contains(#""event":"queue.poll","object":"Q","what":"qsize","depth":3"#) }
    )
    #expect(
      lines.contains { $0.contains(#""event":"queue.task_done","object":"Q","unfinished":2"#) })
  }
}
