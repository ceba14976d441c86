import ProcModel
import Testing

@Suite struct LimitTests {
  /// No more descriptors or processes: a clear error, nothing left behind, and it works again after.
  @Test(arguments: startMethods)
  func noMoreDescriptorsIsAClearError(method: String) throws {
    let run = try FixtureRun("exhaust-descriptors", [method])
    let outcome = try run.finish()
    #expect(outcome.notes == ["SystemError: pipe2: Too many open files (see ulimit -n)", "done"])
    #expect(OrderRule.violations(in: outcome.events) == [])
    let started = outcome.events.filter { $0.kind == .processStart }.map(\.object)
    let begun = outcome.events.filter { $0.kind == .processBegin && $0.value >= 0 }.map(\.object)
    #expect(Set(started) == Set(begun))
  }

  @Test(arguments: startMethods)
  func noMoreProcessesIsAClearError(method: String) throws {
    let run = try FixtureRun("exhaust-processes", [method])
    let outcome = try run.finish()
    let call = method == "fork" ? "fork" : "posix_spawn"
    #expect(outcome.notes.first?.hasPrefix("SystemError: \(call): ") == true)
    #expect(outcome.notes.first?.contains("ulimit -u") == true)
    #expect(outcome.notes.last == "done")
    #expect(!outcome.events.contains { $0.kind == .processStart })
    #expect(OrderRule.violations(in: outcome.events) == [])
  }
}
