import ProcModel
import Testing

/// A trace gives back what was put into it, whatever that was.
@Suite struct TraceTests {
  private static func event(_ random: inout SplitMix) -> Event {
    func number(_ limit: UInt64) -> UInt64 {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: 0
      case 1: UInt64.random(in: 0..<200, using: &random)
      case 2: limit
      default: UInt64.random(in: 0...limit, using: &random)
      }
    }
    let texts = ["", "x", "等待", String(repeating: "long ", count: 40), "\u{0}\u{1B}[2J"]
    return Event(
      EventKind.allCases.randomElement(using: &random) ?? .note,
      pid: Int32.random(in: -3...70, using: &random),
      tid: Bool.random(using: &random)
        ? 0 : Int32(bitPattern: UInt32(truncatingIfNeeded: number(.max))),
      number: UInt32(truncatingIfNeeded: number(.max)),
      time: UInt64.random(in: 0...(1 << 40), using: &random),
      object: ObjectID(rawValue: number(.max)), value: Int64(bitPattern: number(.max)),
      extra: number(.max), flags: .init(rawValue: UInt8(truncatingIfNeeded: number(255))),
      text: texts.randomElement(using: &random) ?? "",
      detail: texts.randomElement(using: &random) ?? "")
  }

  @Test(arguments: 0..<8)
  func whatIsKeptIsWhatCame(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    var run = Run()
    var events: [Event] = []
    for _ in 0..<1_000 {
      var event = Self.event(&random)
      run.append(event)
      // Times rise; all else is kept as it is.
      event.time = max(event.time, events.last?.time ?? 0)
      events.append(event)
    }
    #expect(Array(run.trace) == events)
    for place in [0, 63, 64, 65, 500, 959, 960, 999] { #expect(run.trace[place] == events[place]) }
    for place in events.indices { #expect(run.trace.time(of: place) == events[place].time) }
    var some: [Event] = []
    run.trace.forEach(in: 70..<321) { some.append($0) }
    #expect(some == Array(events[70..<321]))
    for event in events.prefix(50) {
      let count = run.trace.count(upTo: event.time)
      #expect(count == events.count { $0.time <= event.time })
    }
  }

  @Test func longPausesAreKept() {
    var run = Run()
    for step in 0..<200 {
      run.append(Event(.output, pid: 1, number: UInt32(step), time: UInt64(step) * 3_000_000_000))
    }
    #expect(run.trace.map(\.time) == (0..<200).map { UInt64($0) * 3_000_000_000 })
    #expect(run.trace.count(upTo: 3_000_000_000 * 100) == 101)
  }

  @Test func aCopyKeepsItsEnd() {
    var run = Run()
    for step in 0..<100 { run.append(Event(.output, pid: 1, number: UInt32(step), time: 1)) }
    let copy = run
    for step in 100..<9_000 { run.append(Event(.output, pid: 1, number: UInt32(step), time: 2)) }
    #expect(copy.trace.count == 100)
    #expect(copy.trace.map(\.number) == Array(0..<100))
    #expect(run.trace.map(\.number) == Array(0..<9_000))
  }
}
