import ProcModel
import Testing

/// The start methods that every test of processes is run with.
let startMethods = ["fork", "spawn"]

/// Runs the fixture to its end, watched, and checks what is true of every trace.
func watch(_ program: String, _ arguments: String..., killed: Bool = false) throws -> Outcome {
  let outcome = try FixtureRun(program, arguments).finish()
  #expect(outcome.malformed == 0)
  #expect(OrderRule.violations(in: outcome.events, killed: killed) == [])
  return outcome
}

@Suite struct ProcessTests {
  @Test(arguments: startMethods)
  func exitCodesAreThoseOfTheChildren(method: String) throws {
    let outcome = try watch("exit-codes", method)
    #expect(outcome.exitCode == 0)
    #expect(outcome.notes == ["alive true", "0 3 1 -15 -9", "alive false"])
    let error = try #require(outcome.events.first { $0.kind == .processError })
    #expect(error.text == "out of cheese")
    #expect(error.detail == "Complaint")
    let reaps = outcome.events.filter { $0.kind == .processReap }
    #expect(Set(reaps.map(\.value)) == [0, 3, 1, -15, -9])
    #expect(outcome.events.filter { $0.kind == .joinDone }.count == 5)
    #expect(outcome.events.filter { $0.kind == .poll }.map(\.value) == [1, 0])
  }

  @Test(arguments: startMethods)
  func aDeferredSignalTakesEffectAfterTheWork(method: String) throws {
    let outcome = try FixtureRun(
      "terminated-while-busy", [method], .init(isWatched: false)
    ).finish()
    #expect(outcome.lines == ["whole", "-15"])
  }

  @Test(arguments: startMethods)
  func namesAndRelativesFollowCPython(method: String) throws {
    let outcome = try watch("identities", method)
    #expect(
      Set(outcome.printed) == [
        "Process-1 false MainProcess x [1, 2] \(method)",
        "Alice true MainProcess y [] \(method)",
        "Process-3:1 false Process-3 grandchild [7] \(method)",
        "0 true true",
      ])
    let begins = outcome.events.filter { $0.kind == .processBegin }
    #expect(begins.first?.text == "MainProcess")
    #expect(begins.first?.value == -1)
    #expect(begins.first { $0.text == "Alice" }?.flags == .daemon)
    let main = try #require(begins.first)
    #expect(main.object == ObjectID(creator: main.pid, number: 0))
    #expect(begins.first { $0.text == "Process-1" }?.extra == UInt64(main.pid))
  }

  @Test(arguments: startMethods)
  func subclassRunsItsOwnCode(method: String) throws {
    let outcome = try watch("subclass", method)
    #expect(outcome.printed == ["hello Greeter-1 true", "0"])
  }

  @Test(arguments: startMethods)
  func misuseIsRefusedAsCPythonDoes(method: String) throws {
    #expect(
      try watch("misuse", method).notes == [
        "can only join a started process", "can only terminate a started process",
        "cannot start a process twice", "process object is closed",
        "Cannot close a process while it is still running. You should first call join() or terminate().",
      ])
  }

  @Test(arguments: startMethods)
  func joinGivesUpWhenItsTimeIsOver(method: String) throws {
    let outcome = try watch("timeout", method)
    #expect(
      outcome.notes == ["joined false", "code nil active 1", "joined true", "active 0"])
    let done = outcome.events.filter { $0.kind == .joinDone }
    #expect(done.map(\.flags) == [.timedOut, []])
    #expect(outcome.events.first { $0.kind == .joinWait }?.extra == 50_000_000)
  }

  @Test(arguments: startMethods)
  func daemonIsTerminatedAndOthersAreWaitedFor(method: String) throws {
    let outcome = try watch("daemon", method)
    #expect(outcome.exitCode == 0)
    let reaps = outcome.events.filter { $0.kind == .processReap }
    #expect(
      Set(reaps.map { [$0.text, "\($0.value)"] }) == [["Process-1", "-15"], ["Process-2", "0"]])
  }

  @Test(arguments: startMethods)
  func childWaitsForItsChildren(method: String) throws {
    let outcome = try watch("orphan", method)
    let order = outcome.events.filter { $0.kind == .processExit }.map(Names(outcome.events).lane)
    #expect(order == ["Process-1:1", "Process-1", "MainProcess"])
  }

  @Test(arguments: startMethods)
  func daemonMayHaveNoChildren(method: String) throws {
    #expect(
      try watch("daemon-with-child", method).notes
        == ["refused: daemonic processes are not allowed to have children"])
  }

  @Test func errorInMainIsReported() throws {
    let outcome = try watch("main-fails", "fork")
    #expect(outcome.exitCode == 1)
    #expect(outcome.events.contains { $0.kind == .processError && $0.text == "no main" })
    #expect(outcome.events.last?.kind == .processExit)
    #expect(outcome.events.last?.value == 1)
    #expect(try watch("main-exits", "fork").exitCode == 4)
  }

  @Test func spawnRefusesWhatAChildCouldNotFind() throws {
    let outcome = try watch("unregistered", "spawn")
    #expect(outcome.notes.first?.hasPrefix("'unregistered' is not registered") == true)
    #expect(!outcome.events.contains { $0.kind == .processStart })
  }

  @Test func unwatchedErrorsGoToStandardError() throws {
    let run = try FixtureRun("main-fails", ["fork"], .init(isWatched: false))
    let outcome = try run.finish()
    #expect(outcome.exitCode == 1)
    #expect(outcome.events.isEmpty)
    #expect(outcome.lines == ["Process MainProcess:", "Complaint: no main"])
  }
}
