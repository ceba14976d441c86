import ProcModel
import Testing

@Suite struct ThreadTests {
  @Test func threadsHaveTheSurfaceOfProcesses() throws {
    let outcome = try watch("threads", "fork")
    #expect(outcome.exitCode == 0)
    #expect(outcome.notes.contains("Thread-1 in MainProcess"))
    #expect(outcome.notes.contains { $0.hasPrefix("cannot fork while 2 other thread(s)") })
    #expect(outcome.notes.contains("alive false"))
    let names = Names(outcome.events)
    let begins = outcome.events.filter { $0.kind == .processBegin && $0.value == 2 }
    #expect(begins.map(\.text) == ["Thread-1", "Thread-2", "Thread-3", "Thread-4"])
    #expect(begins.allSatisfy { $0.tid > 0 && $0.pid == outcome.events[0].pid })
    let exits = outcome.events.filter { $0.kind == .processExit }
    #expect(exits.first { names.lane($0) == "Thread-3" }?.value == 1)
    #expect(!exits.contains { names.lane($0) == "Thread-4" })
    let error = try #require(outcome.events.first { $0.kind == .processError })
    #expect(names.lane(error) == "Thread-3")
  }
}
