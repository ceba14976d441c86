import ProcModel
import Testing

/// Which process serves what, and what the end of a service means to waiting workers.
@Suite struct ServiceTests {
  private func canHappen(_ kind: EventKind, _ object: ObjectID, in run: Run) -> Bool {
    run.world.canHappen(PendingOperation(kind: kind, object: object, slot: 0), by: 1)
  }

  @Test func aWorkerSaysWhichPoolItServes() throws {
    let run = Run("M: start(W) submit(T)=1\nW:   begin  idle(T)")
    #expect(run.lane("W")?.servesObject == run.object("T")?.id)
    #expect(run.lane("W")?.activity == .idle)
  }

  @Test(arguments: [
    ("M: start(W) note\nW:    begin idle(T)", false),
    ("M: start(W) submit(T)=1\nW:    begin idle(T)", true),
    ("M: start(W) submit(T)=1\nW:    begin idle(T)     work(T)=1", false),
    (
      "M: start(W) submit(T)=1                  submit(T)=2\nW:    begin idle(T)     work(T)=1",
      true
    ),
    ("M: start(W) shutdown(T)\nW:    begin idle(T)", true),
    ("M: start(W) exit\nW:    begin idle(T)", true),
  ])
  func aTaskCanBeginWhereOneIsPendingOrThereWillBeNone(diagram: String, can: Bool) throws {
    let run = Run(diagram)
    let pool = try #require(run.object("T"))
    #expect(canHappen(.taskBegin, pool.id, in: run) == can)
  }

  @Test func aWorkerThatIsAskedToEndIsNotIdle() {
    let run = Run("M: start(S) shutdown(T) joins(S)\nS:   begin idle(T)")
    #expect(run.lane("S")?.activity == .running)
    #expect(!run.isStuck)
    #expect(run.findings.isEmpty)
    // What the lanes look like over time says so, too.
    #expect(run.spans(of: 1).last?.activity == .running)
    let other = Run("M: start(S) shutdown(T2) joins(S)\nS:   begin idle(T)")
    #expect(other.lane("S")?.activity == .idle)
  }

  @Test(arguments: [
    ("M: start(S)\nS:", false), ("M: start(S)\nS:    begin", false),
    ("M: start(S)\nS:    begin idle(T)", true), ("M: start(S)\nS:    begin exit=1", true),
  ])
  func aManagerIsReadyWhenItsServerIsIdleOrGone(diagram: String, can: Bool) throws {
    let run = Run(diagram)
    let server = try #require(run.lane("S"))
    #expect(canHappen(.managerReady, server.id, in: run) == can)
  }
}
