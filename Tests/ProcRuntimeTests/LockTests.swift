import ProcModel
import Testing

@Suite struct LockTests {
  @Test(arguments: startMethods)
  func incrementsUnderALockAreNeverLost(method: String) throws {
    let run = try FixtureRun("increments", [method, "4", "3000"], .init(isWatched: false))
    #expect(try run.finish().lines == ["12000"])
    let plain = try FixtureRun("plain-increments", [method, "4", "3000"], .init(isWatched: false))
    #expect(try plain.finish().lines == ["12000"])
  }

  @Test(arguments: startMethods)
  func watchedIncrementsAreInTheOrderOfMemory(method: String) throws {
    let outcome = try watch("increments", method, "4", "50")
    #expect(outcome.printed == ["200"])
    let writes = outcome.events.filter { $0.kind == .valueWrite }.map(\.value)
    #expect(writes == Array(0...200))
  }

  @Test func unlockedTraceShowsEveryValueThatMemoryHad() throws {
    let outcome = try watch("increments", "fork", "4", "1500", "unlocked")
    var memory: Int64 = 0
    var wrong = 0
    for event in outcome.events {
      if event.kind == .valueWrite { memory = event.value }
      if event.kind == .valueRead, event.value != memory { wrong += 1 }
    }
    #expect(wrong == 0)
    #expect(outcome.printed == [String(memory)])
  }

  @Test(arguments: startMethods)
  func lockIsTakenOverFromAnOwnerThatWasKilled(method: String) throws {
    let outcome = try watch("killed-holder", method, killed: true)
    #expect(
      outcome.notes == [
        "got true abandoned true mine true", "abandoned false mine true",
        "abandoned false owner true", "attempt to release recursive lock not owned by thread",
      ])
    let acquired = outcome.events.filter { $0.kind == .lockAcquire }
    // The holder may have been killed before it could report that it has the lock.
    #expect(acquired.map { $0.flags.contains(.ownerDied) }.suffix(2) == [true, false])
    // The lane that takes it over reports with its release that it has repaired the data; the next
    // one does not.
    #expect(outcome.events.filter { $0.kind == .lockRelease }.map(\.flags) == [.mended, []])
  }

  @Test(arguments: startMethods)
  func lockSurvivesKillsAtAnyMoment(method: String) throws {
    let rounds = method == "fork" ? "40" : "8"
    let unwatched = try FixtureRun("kill-takers", [method, rounds], .init(isWatched: false))
    #expect(try unwatched.finish().lines == ["survived \(rounds)"])
    let outcome = try watch("kill-takers", method, rounds, killed: true)
    #expect(outcome.printed == ["survived \(rounds)"])
  }

  @Test(arguments: startMethods)
  func anyProcessReleasesALockButOnlyItsOwnerAnRLock(method: String) throws {
    #expect(
      try watch("release-by-another", method).notes == [
        "free true", "semaphore or lock released too many times",
        "attempt to release recursive lock not owned by thread", "got false", "got false",
        "attempt to release recursive lock not owned by thread",
      ])
  }

  @Test func plainLockTakenTwiceWaitsForItself() throws {
    let outcome = try watch("wait-for-oneself", "fork")
    #expect(outcome.notes == ["got false"])
    let wait = try #require(outcome.events.first { $0.kind == .lockWait })
    #expect(wait.value == 1)
    #expect(wait.extra == 30_000_000)
    #expect(outcome.events.contains { $0.kind == .lockTimeout })
  }

  @Test func waitingUsesNoProcessorTime() throws {
    let outcome = try FixtureRun("wait-cpu", ["fork"]).finish()
    #expect(outcome.exitCode == 0)
    let ticks = try #require(outcome.notes.first.flatMap { Int($0) })
    #expect(ticks <= 3)
  }
}
