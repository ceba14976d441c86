import ProcModel
import Testing

@Suite struct LostUpdateTests {
  @Test func twoReadersOfTheSameValueLoseOneUpdate() throws {
    let run = Run(
      """
      M:  expect(v)=2 start(P1) start(P2)
      P1:                        begin read(v)=0             write(v)=1
      P2:                        begin       read(v)=0                  write(v)=1
      """)
    let finding = try #require(run.findings.first)
    #expect(run.findings.count == 1)
    #expect(finding.kind == .lostUpdate)
    #expect(
      finding.text.en
        == "Process-1 read 0 and Process-2 read 0 before either wrote; "
        + "both computed 1 and wrote 1: one of the two updates is gone.")
    #expect(
      finding.text.zh
        == "Process-1 读到 0，Process-2 也读到 0，两者都还没有写回。"
        + "双方都算出 1，都写入 1：其中一次更新就此丢失。")
    #expect(finding.processes == ["Process-1", "Process-2"])
    #expect(finding.objects == ["v"])
    #expect(
      finding.seqs.map { run.trace[$0].kind } == [.valueRead, .valueRead, .valueWrite, .valueWrite])
    #expect(run.object("v")?.content.value?.lostUpdates == 1)
  }

  @Test func theWriteThatOverwritesIsMarkedWrong() {
    let run = Run(
      """
      M:  start(P1) start(P2)
      P1:             begin read(v)=0             write(v)=1
      P2:             begin       read(v)=0                  write(v)=1
      """)
    let wrong = run.world.lanes.indices.map { lane in
      run.marks(of: lane).filter(\.isWrong).map { run.label(of: $0) }
    }
    #expect(wrong == [[], [], ["1"]])
  }

  @Test(arguments: [
    // One after the other.
    "P1: begin read(v)=0 write(v)=1\nP2: begin                      read(v)=1 write(v)=2",
    // A write without a read is meant to overwrite.
    "P1: begin read(v)=0 write(v)=1\nP2: begin                                write(v)=0",
    // So is a second one by the same lane.
    """
    P1: begin take(L) write(v)=1 free(L)                               take(L) write(v)=3 free(L)
    P2: begin                            take(L) write(v)=2 free(L)
    """,
    // Reading alone does no harm.
    "P1: begin read(v)=0 write(v)=1\nP2: begin  read(v)=0",
    // Different values.
    "P1: begin read(v)=0        write(v)=1\nP2: begin    read(w)=0         write(w)=1",
  ])
  func thereIsNoLostUpdate(diagram: String) {
    #expect(Run("M: start(P1) start(P2)\n" + diagram).findings.isEmpty)
  }

  /// Workers add one to a counter under random schedules; what the analysis counts must be what
  /// the counter falls short of.
  @Test(arguments: 0..<60)
  func theCountIsExactlyWhatTheCounterFallsShortOf(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let (workers, iterations) = (2 + seed % 5, 1 + seed % 7)
    let race = Race(workers: workers, iterations: iterations, random: &random)
    var run = Run()
    var hadLoss = false
    for event in race.events {
      run.append(event)
      hadLoss = hadLoss || run.world.objects.contains { ($0.content.value?.lostUpdates ?? 0) > 0 }
    }
    let value = run.object("counter")?.content.value
    #expect(value?.number == Int64(race.counter))
    #expect(value?.lostUpdates == workers * iterations - race.counter)
    #expect(run.findings.contains { $0.kind == .lostUpdate } == hadLoss)
  }

  @Test(arguments: 0..<20)
  func lookingBackShowsTheFindingsOfThatMoment(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let race = Race(workers: 2 + seed % 4, iterations: 3, random: &random)
    var run = Run()
    var told: [[Finding]] = []
    for event in race.events {
      run.append(event)
      told.append(run.findings)
    }
    for (index, then) in told.enumerated() {
      #expect(run.findings(at: run.world(after: index + 1)) == then)
    }
  }
}

/// Workers that add one to a counter, each step of each in a random order.
struct Race {
  private(set) var events: [Event] = []
  private(set) var counter = 0
  private var numbers: [Int32: UInt32] = [:]
  private static let value = ObjectID(rawValue: 77)

  init(workers: Int, iterations: Int, random: inout SplitMix) {
    emit(1, Event(.processBegin, object: ObjectID(rawValue: 1 << 32), value: -1, text: "main"))
    emit(1, Event(.objectDefine, object: Self.value, value: 4, text: "counter"))
    var left = [Int](repeating: iterations, count: workers)
    var seen = [Int?](repeating: nil, count: workers)
    while let worker = left.indices.filter({ left[$0] > 0 }).randomElement(using: &random) {
      let pid = Int32(10 + worker)
      if let read = seen[worker] {
        emit(pid, Event(.valueWrite, object: Self.value, value: Int64(read + 1)))
        counter = read + 1
        seen[worker] = nil
        left[worker] -= 1
      } else {
        emit(pid, Event(.valueRead, object: Self.value, value: Int64(counter)))
        seen[worker] = counter
      }
    }
  }

  private mutating func emit(_ pid: Int32, _ event: Event) {
    var event = event
    event.pid = pid
    event.number = numbers[pid, default: 0]
    event.time = UInt64(events.count) * 1000
    numbers[pid, default: 0] += 1
    events.append(event)
  }
}

@Suite struct LostUpdateStoryTests {
  /// The first loss is complicated; the next one, of two lanes that read the same value, is the one
  /// to report.
  @Test func theClearestCaseIsReported() throws {
    let run = Run(
      """
      M:  start(P1) start(P2)
      P1:   begin read(v)=0                                               write(v)=1 read(v)=1        write(v)=2
      P2:   begin          read(v)=0 write(v)=1 read(v)=1 write(v)=2                          read(v)=1         write(v)=2
      """)
    let finding = try #require(run.findings.first)
    #expect(
      finding.text.en
        == "Process-1 read 1 and Process-2 read 1 before either wrote; both computed 2 and wrote 2: "
        + "one of the two updates is gone. In all, 3 updates of v are lost.")
  }

  @Test func elseTheFirst() throws {
    let run = Run(
      """
      M:  start(P1) start(P2)
      P1:   begin read(v)=0                                               write(v)=1
      P2:   begin          read(v)=0 write(v)=1 read(v)=1 write(v)=2
      """)
    #expect(
      run.findings.map(\.text.en) == [
        "After Process-1 had read 0, Process-2 wrote 2, the last of 2 writes. "
          + "Process-1 had not seen that and wrote 1 over it: 2 updates are gone."
      ])
  }
}

@Suite struct FindingStepTests {
  @Test func theStepsNameLaneOperationAndTime() throws {
    let run = Run(
      """
      M:  start(P1) start(P2)
      P1:             begin read(v)=0             write(v)=1
      P2:             begin       read(v)=0                  write(v)=1
      """)
    let steps = run.steps(of: try #require(run.findings.first))
    #expect(
      steps.map { "\($0.moment): \($0.text.en)" } == [
        "22 ms: Process-1 reads v: 0", "28 ms: Process-2 reads v: 0",
        "44 ms: Process-1 writes 1 to v",
        "55 ms: Process-2 writes 1 to v over an update by Process-1 that it has not seen: it had read 0",
      ])
  }
}
