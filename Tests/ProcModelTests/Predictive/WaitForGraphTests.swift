import ProcModel
import Testing

@Suite struct WaitForGraphTests {
  /// The edges in words: `Process-1 -lock.acquire-> L2`, with a star where they are part of a circle.
  private func edges(_ run: Run) -> [String] {
    let graph = run.world.waitForGraph
    func name(_ node: WaitForGraph.Node) -> String {
      switch node {
      case .lane(let lane): graph.lanes.first { $0.lane == lane }?.name ?? "?"
      case .object(let id): graph.objects.first { $0.id == id }?.name ?? "?"
      }
    }
    return graph.edges.map { edge in
      var how = "held by"
      if case .waits(let wait) = edge.kind {
        how =
          wait.operation.name + (wait.isHeld ? ", held" : "") + (wait.isLimited ? ", limited" : "")
      }
      return "\(name(edge.from)) -\(how)-> \(name(edge.to))" + (edge.isInCircle ? " *" : "")
    }
  }

  @Test func aDeadlockIsACircle() {
    let run = Run(
      """
      M:  start(P1) start(P2)                                              joins(P1)
      P1:                     begin take(L1)              wait(L2)
      P2:                     begin take(L2)                       wait(L1)
      """)
    #expect(
      edges(run) == [
        "MainProcess -join.done-> Process-1", "Process-1 -lock.acquire-> L2 *",
        "Process-2 -lock.acquire-> L1 *", "L1 -held by-> Process-1 *",
        "L2 -held by-> Process-2 *",
      ])
    let graph = run.world.waitForGraph
    #expect(graph.lanes.map(\.pid) == [100, 101, 102])
    #expect(graph.lanes.map(\.isInCircle) == [false, true, true])
    #expect(graph.objects.map(\.holders) == [[1], [2]])
    #expect(graph.objects.map(\.kind) == [.lock, .lock])
  }

  @Test func heldLanesWaitToo() {
    let run = Run(
      """
      M:  start(P1) start(P2)
      P1:                     begin take(L1)              held(take,L2)
      P2:                     begin take(L2)                            held(take,L1)
      """)
    #expect(
      edges(run) == [
        "Process-1 -lock.acquire, held-> L2 *", "Process-2 -lock.acquire, held-> L1 *",
        "L1 -held by-> Process-1 *", "L2 -held by-> Process-2 *",
      ])
  }

  @Test func aWaitThatGivesUpIsPartOfNoCircle() {
    let run = Run(
      """
      M:  start(P1) start(P2)
      P1:                     begin take(L1)              wait(L2)=50
      P2:                     begin take(L2)                          wait(L1)
      """)
    #expect(edges(run).allSatisfy { !$0.hasSuffix("*") })
    #expect(edges(run).first == "Process-1 -lock.acquire, limited-> L2")
  }

  @Test func queuesAndTasksArePartOfIt() {
    let run = Run(
      """
      M:  start(W) start(P2) submit(T)=1 submit(T)=2                      awaits(T)=1
      W:                                             begin idle work(T)=1             getting(Q)
      P2:                                            begin                            awaits(T)=2
      """)
    #expect(
      edges(run) == [
        "MainProcess -task.result-> W", "W -queue.get-> Q", "Process-2 -task.result-> T",
      ])
  }

  @Test func locksWithoutWaitersAreShownToo() {
    #expect(edges(Run("M: take(L1) take(L2) free(L2)")) == ["L1 -held by-> MainProcess"])
  }

  @Test func withoutWaitersThereIsNothing() {
    let graph = Run("M: start(P1) print=x\nP1:   begin held(take,L)").world.waitForGraph
    #expect(graph.lanes.isEmpty && graph.objects.isEmpty && graph.edges.isEmpty)
  }
}
