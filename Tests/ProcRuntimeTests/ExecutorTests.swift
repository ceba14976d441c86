import ProcModel
import Testing

/// What both kinds of executors have in common.
@Suite struct ExecutorTests {
  /// An executor's kind and a start method.
  static let kinds = [["fork", "process"], ["spawn", "process"], ["fork", "thread"]]

  @Test(arguments: kinds)
  func fiveWorkersDoTenTasksInTwoWaves(kind: [String]) throws {
    let outcome = try watchHandovers("pool-lesson", kind + ["5", "10"])
    let names =
      kind[1] == "process"
      ? "Process-1 Process-2 Process-3 Process-4 Process-5"
      : (0..<5).map { "ThreadPoolExecutor-0_\($0)" }.joined(separator: " ")
    #expect(outcome.printed == ["workers 5", names])
    let define = try #require(
      outcome.events.first { $0.kind == .objectDefine && $0.value == ObjectKind.pool.rawValue })
    #expect(define.extra == 5)
    #expect(define.text == "pool-1")
    let begins = outcome.events.filter { $0.kind == .taskBegin }
    #expect(begins.map(\.extra).sorted() == Array(1...10))
    #expect(begins.allSatisfy { $0.text == "who-am-i(100)" })
    let idle = outcome.events.filter { $0.kind == .processIdle }
    #expect(idle.map(\.text) == Array(repeating: "pool-1", count: 5))
  }

  /// A forked process has its parent's memory, but threads of its own.
  @Test(arguments: startMethods)
  func threadsOfAChildMeetWithoutHarm(method: String) throws {
    let outcome = try watch("pool-in-child", method, "400")
    #expect(outcome.printed == Array(repeating: "400", count: 5))
  }

  @Test(arguments: kinds)
  func resultsErrorsAndCallbacks(kind: [String]) throws {
    let isProcess = kind[1] == "process"
    #expect(
      try watchHandovers("pool-basics", kind).printed == [
        "49", "n=1+2",
        "\((0..<20).map { $0 * $0 })",
        "[1, 2]",
        isProcess ? "RemoteError: Complaint: not 1" : "Complaint: not 1",
        "true true false false",
        "81 1", "2",
        "cannot schedule new futures after shutdown",
      ])
  }

  @Test(arguments: kinds)
  func onlyWhatHasNotBegunIsCancelled(kind: [String]) throws {
    let outcome = try watchHandovers("pool-cancel", kind)
    #expect(
      outcome.printed == [
        "true false false false",
        "true true true true",
        "the task was cancelled",
        "the result was not there in time",
        "42 36 false false",
        "43 true",
      ])
    let cancelled = outcome.events.filter { $0.kind == .taskEnd && $0.detail == "cancelled" }
    #expect(cancelled.count == 2)
    let begun = Set(outcome.events.filter { $0.kind == .taskBegin }.map(\.extra))
    #expect(begun.isDisjoint(with: cancelled.map(\.extra)))
  }

  @Test(arguments: kinds)
  func mapEndsWithTheFirstErrorOrInTime(kind: [String]) throws {
    let message = kind[1] == "process" ? "Complaint: not 3" : "not 3"
    #expect(
      try watchHandovers("pool-map-fails", kind).printed == [
        "0", "1", "2", message, "nil", "the result was not there in time",
      ])
  }

  @Test(arguments: kinds)
  func tasksAreDoneAtTheEndWithoutShutdown(kind: [String]) throws {
    let outcome = try watchHandovers("pool-not-shut-down", kind)
    #expect(outcome.printed == ["main is done"])
    let ends = outcome.events.filter { $0.kind == .taskEnd }
    #expect(ends.map(\.detail) == ["ok", "ok"])
    let reaps = outcome.events.filter { $0.kind == .processReap }
    #expect(reaps.allSatisfy { $0.value == 0 })
  }

  @Test(arguments: kinds)
  func tasksBeginInTheOrderOfSubmission(kind: [String]) throws {
    // One worker: with more, a task may be taken before another but be reported after it.
    let events = try watchHandovers("pool-flood", kind + ["200", "1"]).events
    let begins = events.filter { $0.kind == .taskBegin }
    #expect(begins.map(\.extra) == Array(1...200))
  }
}
