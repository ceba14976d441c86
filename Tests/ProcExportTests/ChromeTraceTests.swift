import ProcModel
import Testing

@testable import ProcExport

@Suite struct ChromeTraceTests {
  @Test func everyProcessHasATrackOfItsOwnInTheOrderOfTheLanes() throws {
    let trace = try TraceReading(Script.lostUpdate.run)
    let names = trace.events("M").filter { $0["name"] as? String == "process_name" }
      .compactMap { ($0["args"] as? [String: Any])?["name"] as? String }
    #expect(names == ["MainProcess", "Process-1", "Process-2"])
    let places = trace.events("M").filter { $0["name"] as? String == "process_sort_index" }
      .compactMap { ($0["args"] as? [String: Any])?["sort_index"] as? Int }
    #expect(places == [0, 1, 2])
  }

  @Test func slicesSayWhatALaneDoesAndWhichLockItHolds() throws {
    let trace = try TraceReading(Script.handedOver.run)
    #expect(trace.faults == [])
    #expect(
      trace.slices.filter { $0.hasPrefix("Process-1") } == [
        "Process-1: running", "Process-1: holding lock-1", "Process-1: holding lock-1 > sleeping",
        "Process-1: running",
      ])
    #expect(trace.slices.contains("Process-2: waits for lock-1"))
    let chinese = try TraceReading(Script.handedOver.run, .zh)
    #expect(chinese.slices.contains("Process-1: 持有 lock-1 > 休眠"))
  }

  @Test func locksThatAreGivenBackInTheOrderOfTheirTakingDoNotOverlap() throws {
    var script = Script(children: 1)
    script.add(.lockAcquire, by: 101, object: Script.lock, value: 1)
    script.add(.lockAcquire, by: 101, object: Script.otherLock, value: 1)
    script.add(.lockRelease, by: 101, object: Script.lock)
    script.add(.lockRelease, by: 101, object: Script.otherLock)
    script.end(101)
    let trace = try TraceReading(script.run)
    #expect(trace.faults == [])
    #expect(
      trace.slices.filter { $0.contains("holding") } == [
        "Process-1: holding lock-1", "Process-1: holding lock-1 > holding lock-2",
        "Process-1: holding lock-2",
      ])
  }

  @Test func arrowsGoFromWhatGaveToWhatTook() throws {
    let trace = try TraceReading(Script.handedOver.run)
    let arrows = trace.arrows.values.map { "\($0.name), \($0.from) → \($0.to)" }.sorted()
    #expect(
      arrows == [
        "item queue-1, Process-2: holding lock-1 > queue.put queue-1 =1+1"
          + " → Process-1: running > queue.get queue-1 =1+1",
        "lock lock-1, Process-1: running > lock.release lock-1"
          + " → Process-2: holding lock-1 > lock.acquire lock-1",
        "start, MainProcess: running > process.start Process-1"
          + " → Process-1: running > process.begin Process-1",
        "start, MainProcess: running > process.start Process-2"
          + " → Process-2: running > process.begin Process-2",
      ])
  }

  @Test func whatIsTakenInTheLastMomentIsBoundToWhatEndsThen() throws {
    var script = Script(children: 1)
    script.add(.queuePut, by: 100, object: Script.queue, value: 1, extra: 1, text: "7")
    script.add(.queueGet, by: 101, object: Script.queue, value: 0, extra: 1, text: "7")
    script.add(.processExit, by: 101, process: 101, after: 0)
    script.end()
    let trace = try TraceReading(script.run)
    #expect(trace.faults == [])
    #expect(trace.arrows.values.map(\.name).sorted() == ["item queue-1", "start"])
  }

  @Test func countersFollowTheQueueAndTheValue() throws {
    func counters(_ script: Script) throws -> [String] {
      try TraceReading(script.run).events("C").map { "\($0["name"] ?? "") \($0["args"] ?? "")" }
    }
    #expect(try counters(.handedOver) == ["queue-1 [\"items\": 1]", "queue-1 [\"items\": 0]"])
    #expect(try counters(.lostUpdate) == ["counter [\"value\": 1]", "counter [\"value\": 1]"])
  }

  @Test func countersOfOneNameAreKeptApart() throws {
    var script = Script()
    script.add(
      .objectDefine, by: 100, object: 5, value: ObjectKind.value.rawValue, text: "counter")
    script.add(.valueWrite, by: 101, object: Script.counter, value: 1)
    script.add(.valueWrite, by: 101, object: 5, value: 2)
    script.add(.valueWrite, by: 101, object: Script.counter, value: 3)
    script.add(.valueWrite, by: 101, object: 5, value: 4)
    script.end(101, 102)
    let counters = try TraceReading(script.run).events("C").map {
      "\($0["name"] ?? "") \($0["id"] ?? "-") \($0["args"] ?? "")"
    }
    #expect(
      counters == [
        "counter - [\"value\": 1]", "counter 2 [\"value\": 2]",
        "counter - [\"value\": 3]", "counter 2 [\"value\": 4]",
      ])
  }

  @Test func findingsAreGlobalInstants() throws {
    let run = Script.lostUpdate.run
    let trace = try TraceReading(run)
    let found = trace.events("i").filter { $0["s"] as? String == "g" }
    #expect(found.count == run.findings.count)
    let names = found.compactMap { $0["name"] as? String }
    #expect(names.contains { $0.hasPrefix("lost-update: ") })
  }

  @Test func timesAreExactToTheNanosecond() {
    #expect(TraceWriter<MemorySink>.microseconds(0) == "0")
    #expect(TraceWriter<MemorySink>.microseconds(12_345) == "12.345")
    #expect(TraceWriter<MemorySink>.microseconds(1_000_007) == "1000.007")
    #expect(TraceWriter<MemorySink>.microseconds(1_100) == "1.1")
  }

  @Test func theSameRunGivesTheSameBytes() throws {
    let run = Script.handedOver.run
    #expect(try TraceReading(run).text == TraceReading(run).text)
  }

  @Test func namesFromProcessesAreEscaped() throws {
    let evil = "\u{1B}[31m\"},{\"ph\":\"X\"\n\u{202E}"
    var script = Script(children: 1, names: [101: evil])
    script.add(.queuePut, by: 101, object: Script.queue, value: 1, extra: 1, text: evil)
    script.end(101)
    let trace = try TraceReading(script.run)
    #expect(trace.faults == [])
    #expect(trace.events("X").isEmpty)
    #expect(!trace.text.unicodeScalars.contains { $0 != "\n" && Sanitizer.isUnsafe($0) })
  }

  @Test(arguments: UInt64(1)...40) func whateverComesNestsAndIsBound(_ seed: UInt64) throws {
    let trace = try TraceReading(.absurd(seed: seed, count: 600))
    #expect(trace.faults == [])
  }

  @Test func aRunOfNothingIsATraceToo() throws {
    #expect(try TraceReading(Run()).events.isEmpty)
  }
}
