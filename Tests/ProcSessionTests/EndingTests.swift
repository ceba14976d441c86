import Glibc
import ProcModel
import ProcSession
import Testing

@Suite struct EndingTests {
  @Test func aKilledChildIsKnownThoughItsParentDoesNotLook() throws {
    let run = try Watched("killed-child")
    try #require(run.wait { !$0.events(.processReap).isEmpty })
    let reap = run.events(.processReap)[0]
    #expect(reap.value == Int64(-SIGKILL) && reap.flags == .observed && reap.text == "Process-1")
    #expect(reap.pid == getpid())
    #expect(run.events(.note).map(\.text) == ["last words"])
    #expect(!run.session.isFinished)
    try run.session.type(line: "")
    try run.finish()
    // The host reaps the orphan later, but its end has already been reported.
    #expect(run.events(.processReap).filter { $0.text == "Process-1" }.count == 1)
  }

  @Test func anOrphanEndsWithTheRun() throws {
    let run = try Watched("orphan")
    try #require(run.wait { $0.events(.processBegin).count == 2 })
    try run.session.type(line: "")
    try run.finish()
    let reaps = run.events(.processReap).map { "\($0.text) \($0.value)" }.sorted()
    #expect(reaps == ["MainProcess 0", "Process-1 -9"])
    #expect(run.pids.allSatisfy { !isAlive($0) })
  }

  @Test(arguments: ["hang", "escape"])
  func stoppingEndsEveryProcess(mode: String) throws {
    let run = try Watched(mode)
    try #require(run.wait { $0.events(.processBegin).count == 2 })
    run.session.stop()
    #expect(run.pids.count == 3)
    #expect(run.pids.allSatisfy { !isAlive($0) })
    #expect(run.place.names.isEmpty)
    try run.finish()
    run.session.stop()
    #expect(run.events(.processReap).map(\.value) == [-9, -9])
  }

  @Test func heldProcessesAreStoppedToo() throws {
    let run = try Watched("notes", "3", holding: true)
    try #require(run.wait { !$0.events(.gateWait).isEmpty })
    run.session.stop()
    #expect(run.pids.allSatisfy { !isAlive($0) })
  }

  @Test func aSessionThatGoesTakesItsProcessesAlong() throws {
    var run: Watched? = try Watched("hang")
    try #require(run?.wait { $0.events(.processBegin).count == 2 } ?? false)
    let pids = try #require(run?.pids)
    let place = try #require(run?.place)
    run = nil
    #expect(pids.allSatisfy { !isAlive($0) })
    #expect(place.names.isEmpty)
  }

  @Test func theDeathOfTheHostEndsTheRun() throws {
    let run = try Watched("hang")
    try #require(run.wait { $0.events(.processBegin).count == 2 })
    let host = try #require(run.events(.processBegin).first?.extra)
    kill(Int32(host), SIGKILL)
    try run.finish()
    #expect(run.pids.allSatisfy { !isAlive($0) })
    #expect(run.events(.processReap).map(\.value) == [-9, -9])
    run.session.stop()
    #expect(run.place.names.isEmpty)
  }

  @Test func aProgramThatIsNotThereIsAnErrorAndLeavesNothing() throws {
    let place = try Place()
    let error = #expect(throws: SessionError.self) {
      try Session(
        Launch(executable: "/nowhere/at-all", arguments: ["at-all"]), in: [place.path])
    }
    #expect(error?.step == .start && error?.code == ENOENT)
    #expect(error?.message.en == "cannot start the program /nowhere/at-all: it does not exist")
    #expect(place.names.isEmpty)
  }
}
