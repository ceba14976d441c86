import ProcModel
import Testing

/// What a column shows, held against what looking at every event gives.
@Suite struct SampleTests {
  /// Two lanes: the first is at rest half of the time, the other works without a pause.
  private static func run(events count: Int, seed: UInt64) -> Run {
    var random = SplitMix(seed: seed)
    var run = Run()
    var time: UInt64 = 1_000
    var numbers: [UInt32] = [0, 0]
    func append(_ kind: EventKind, _ lane: Int, object: ObjectID = .none, flags: Event.Flags = []) {
      time += UInt64.random(in: 0...40, using: &random)
      run.append(
        Event(
          kind, pid: Int32(lane + 1), number: numbers[lane], time: time, object: object,
          value: kind == .processBegin ? -1 : 1, flags: flags))
      numbers[lane] += 1
    }
    append(.processBegin, 0)
    append(.processBegin, 1)
    let lock = ObjectID(creator: 1, number: 1)
    while run.trace.count < count {
      let lane = Int.random(in: 0...1, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: append(.lockAcquire, lane, object: lock)
      case 1: append(.lockRelease, lane, object: lock)
      case 2: append(.sleepBegin, lane)
      case 3: append(.sleepEnd, lane)
      default: append(.output, lane)
      }
      if Int.random(in: 0..<500, using: &random) == 0 { time += 20_000 }
    }
    return run
  }

  private static func columns(_ count: Int, _ range: ClosedRange<UInt64>, of run: Run)
    -> SampleColumns
  {
    let width = range.upperBound - range.lowerBound
    let times = (0...count).map { range.lowerBound + width * UInt64($0) / UInt64(count) }
    return SampleColumns(times: times, of: run.trace)
  }

  /// What is hidden does not hide what lies behind it, however closely they lie.
  @Test func marksBehindHiddenOnesAreGiven() {
    var run = Run()
    run.append(Event(.processBegin, pid: 1, number: 0, time: 1_000, value: -1))
    for number: UInt32 in 1...4_000 {
      let kind: EventKind = number % 50 == 0 ? .valueRead : .valueWrite
      run.append(
        Event(
          kind, pid: 1, number: number, time: 1_000 + UInt64(number), object: .init(rawValue: 7)))
    }
    let columns = Self.columns(40, 1_000...5_001, of: run)
    let all = run.sample(0, over: columns, end: 40)
    #expect(all.marks.dropFirst().allSatisfy { $0?.mark.shape == .write })
    let reads = run.sample(0, over: columns, end: 40, hiding: [.write, .begin])
    #expect(reads.marks.allSatisfy { $0?.mark.shape == .read })
    let none = run.sample(0, over: columns, end: 40, hiding: [.write, .begin, .read])
    #expect(none.marks.allSatisfy { $0 == nil })
  }

  /// What is far enough apart is shown exactly: who does what in the column, and which mark stands
  /// there.
  @Test(arguments: 0..<4)
  func aWideWindowIsExact(seed: Int) {
    let run = Self.run(events: 400, seed: UInt64(seed))
    let end = run.world.now
    let columns = Self.columns(3_000, run.world.startTime...end, of: run)
    for lane in 0...1 {
      let sample = run.sample(lane, over: columns, end: columns.count)
      let marks = sample.marks.compactMap { $0?.mark.seq }
      #expect(Set(marks).isSubset(of: run.marks(of: lane).map(\.seq)))
      for (column, span) in sample.spans.enumerated() {
        let seqs = columns.seqs[column]..<columns.seqs[column + 1]
        let inside = run.spans(of: lane).filter { seqs.contains($0.seq) }
        let before = run.spans(of: lane).last { $0.seq < seqs.lowerBound }
        let candidates = ([before].compactMap { $0 } + inside).map { [$0.activity, $0.activity] }
        if let span {
          #expect(candidates.contains { $0[0] == span.activity })
        } else {
          #expect(candidates.isEmpty)
        }
      }
      for mark in run.marks(of: lane) {
        let column = columns.column(of: mark.seq)
        guard column < columns.count else { continue }
        #expect(sample.marks[column] != nil)
      }
    }
  }

  /// Where thousands of spans lie in a column, what it shows is still what the lane did most.
  @Test(arguments: [3_000, 30_000])
  func aColumnShowsWhatTheLaneDidMost(events: Int) {
    let run = Self.run(events: events, seed: 7)
    let columns = Self.columns(50, run.world.startTime...run.world.now, of: run)
    for lane in 0...1 {
      let sample = run.sample(lane, over: columns, end: columns.count)
      let exact = Self.mostDone(lane, columns, run)
      for column in 1..<49 {
        guard let shown = sample.spans[column] else { continue }
        // A little of what lies across an edge may be shown on the other side of it.
        let share = exact[column][Self.name(shown.activity, shown.holding), default: 0]
        let greatest = exact[column].values.max() ?? 0
        #expect(share >= greatest / 2, "\(column) of \(lane): \(shown) \(exact[column])")
      }
    }
  }

  private static func name(_ activity: Activity, _ holding: ObjectID) -> String {
    switch activity {
    case .sleeping: "sleeping"
    case .running: holding == .none ? "running" : "holding"
    default: "\(activity)"
    }
  }

  /// For each column, for how long the lane did what; what is held counts twice.
  private static func mostDone(_ lane: LaneIndex, _ columns: SampleColumns, _ run: Run)
    -> [[String: UInt64]]
  {
    let spans = Array(run.spans(of: lane))
    var sums = [[String: UInt64]](repeating: [:], count: columns.count)
    for (place, span) in spans.enumerated() {
      let end = place + 1 < spans.count ? spans[place + 1].start : run.world.now
      let first = max(0, columns.column(of: span.seq))
      for column in first..<max(first, columns.count) {
        let from = max(span.start, columns.start(of: column))
        let to = min(end, columns.start(of: column + 1))
        if columns.start(of: column) > end { break }
        if to > from {
          let name = name(span.activity, span.holding)
          sums[column][name, default: 0] += (to - from) * (name == "holding" ? 2 : 1)
        }
      }
    }
    return sums
  }

  /// What went wrong is visible at every zoom.
  @Test func whatWentWrongIsNeverHidden() {
    var run = Self.run(events: 100_000, seed: 11)
    let value = ObjectID(creator: 1, number: 9)
    let now = run.world.now
    var numbers: [Int32: UInt32] = [:]
    for event in run.trace { numbers[event.pid] = event.number + 1 }
    func access(_ kind: EventKind, _ pid: Int32) {
      run.append(
        Event(kind, pid: pid, number: numbers[pid, default: 0], time: now, object: value, value: 1))
      numbers[pid, default: 0] += 1
    }
    access(.valueRead, 1)
    access(.valueRead, 2)
    access(.valueWrite, 1)
    access(.valueWrite, 2)
    let wrong = run.trace.count - 1
    for _ in 0..<100_000 { access(.output, 2) }
    let columns = Self.columns(10, run.world.startTime...(now + 1_000), of: run)
    let sample = run.sample(1, over: columns, end: 10)
    #expect(sample.marks.contains { $0?.mark.seq == wrong && $0?.mark.isWrong == true })
  }

  /// With a column for each event, each shows the event, and what its lane does from it on.
  @Test func eventsCanHaveAColumnEach() {
    let run = Self.run(events: 300, seed: 3)
    let columns = SampleColumns(seqs: Array(100...200))
    for lane in 0...1 {
      let sample = run.sample(lane, over: columns, end: 100)
      for column in 0..<100 {
        let seq = 100 + column
        let span = run.spans(of: lane).last { $0.seq <= seq }
        #expect(sample.spans[column]?.activity == span?.activity)
        let mark = run.marks(of: lane).first { $0.seq == seq }
        #expect(sample.marks[column]?.mark == mark)
      }
    }
  }
}
