import ProcModel
import Testing

@Suite struct StepTests {
  private let run = Run(
    """
    M:  start(P1) start(P2) start(P3) take(L)
    P1:       begin                           held(take,L)
    P2:       begin                                         held(put,Q)
    P3:       begin                                                      held(take,L2)
    """)

  @Test func theChosenLaneMovesIfItCan() {
    #expect(run.world.nextToStep(chosen: 3) == 3)
    #expect(run.world.nextToStep(chosen: 2) == 2)
  }

  @Test func elseTheOneThatHasWaitedLongestOfThoseThatCan() {
    // Process-1 would block: the lock is taken. Main is not held.
    #expect(run.world.nextToStep(chosen: 1) == 2)
    #expect(run.world.nextToStep(chosen: 0) == 2)
    #expect(run.world.nextToStep(chosen: nil) == 2)
    #expect(run.world.nextToStep(chosen: 99) == 2)
  }

  @Test func aLaneThatIsLetGoTooEarlyWaitsAgain() {
    let run = Run(
      "M:  start(P1) held(put,Q)                held(put,Q)\nP1:    begin             held(put,Q)")
    #expect(run.world.nextToStep(chosen: nil) == 1)
    #expect(run.world.lanes[0].sinceSeq == run.trace.count - 1)
  }

  @Test func noLaneMovesIfNoneCan() {
    let run = Run("M:  start(P1) take(L)\nP1:    begin       held(take,L)")
    #expect(run.world.nextToStep(chosen: 1) == nil)
  }

  @Test(arguments: [
    ("M: start(P1) take(R)  held(take,R)\nP1:    begin", true),
    ("M: start(P1) take(L)  held(take,L)\nP1:    begin", false),
    ("M: held(get,Q)", false), ("M: put(Q)=1 held(get,Q)", true),
    ("M: put(Q1)=1 held(put,Q1)", false), ("M: put(Q2)=1 held(put,Q2)", true),
  ])
  func whetherAnOperationCanHappenFollowsFromTheTrace(diagram: String, can: Bool) throws {
    let world = Run(diagram).world
    guard case .held(let pending) = world.lanes[0].activity else {
      Issue.record("main is not held")
      return
    }
    #expect(world.canHappen(pending, by: 0) == can)
  }

  @Test func aPendingOperationSaysWhatKeepsIt() {
    #expect(
      run.world.situation(of: 1).en
        == "is held before lock.acquire L, held by MainProcess since 34 ms")
    #expect(run.world.situation(of: 1).zh == "停在下一步之前：lock.acquire L，MainProcess 自 34 ms 起持有")
    #expect(run.world.situation(of: 2).en == "is held before queue.put Q")
  }
}
