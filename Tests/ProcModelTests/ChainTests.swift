import Testing

@testable import ProcModel

/// Many lanes that wait for each other: twice as many take twice the work.
@Suite struct ChainTests {
  /// Each of `count` lanes takes a lock of its own and then waits for that of the next, the last for
  /// nobody's; from the last on, each gives its lock back and ends, whereupon the one before it has
  /// what it waited for.
  private func chain(_ count: Int, order: (Int) -> Int) -> [Event] {
    var numbers: [Int: UInt32] = [:]
    var events: [Event] = []
    func emit(_ lane: Int, _ kind: EventKind, _ object: ObjectID = .none, _ value: Int64 = 0) {
      let number = numbers[lane] ?? 0
      numbers[lane] = number + 1
      let isWait = kind == .lockWait || kind == .joinWait
      events.append(
        Event(
          kind, pid: Int32(100 + lane), number: number, time: UInt64(events.count) * 1_000_000_000,
          object: object, value: value, extra: isWait ? Event.noTimeout : 0, text: "P\(lane)"))
    }
    func process(_ lane: Int) -> ObjectID { ObjectID(creator: 100, number: UInt32(lane)) }
    func lock(_ lane: Int) -> ObjectID { ObjectID(creator: 100, number: UInt32(100_000 + lane)) }
    emit(0, .processBegin, process(0), -1)
    for lane in 1...count {
      emit(0, .processStart, process(lane))
      emit(lane, .processBegin, process(lane))
      emit(lane, .lockAcquire, lock(lane), 1)
    }
    emit(0, .joinWait, process(1))
    for place in 1..<count {
      let lane = order(place)
      emit(lane, .lockWait, lock(lane + 1))
    }
    for lane in (1...count).reversed() {
      if lane < count {
        emit(lane, .lockAcquire, lock(lane + 1), 1)
        emit(lane, .lockRelease, lock(lane + 1))
      }
      emit(lane, .lockRelease, lock(lane))
      emit(lane, .processExit, process(lane))
    }
    return events
  }

  /// How many lanes are looked at in order to know who is stuck.
  private func work(_ events: [Event]) -> (work: Int, findings: [Finding.Kind]) {
    var world = World()
    var tracker = FindingTracker()
    for (seq, event) in events.enumerated() {
      let change = world.apply(event)
      tracker.note(event, seq: seq, change, world)
    }
    return (tracker.stuck.work, tracker.findings(world, at: world).map(\.kind))
  }

  @Test(arguments: [true, false]) func twiceAsManyLanesAreTwiceTheWork(isRising: Bool) {
    func order(_ count: Int) -> (Int) -> Int { { isRising ? $0 : count - $0 } }
    let once = work(chain(100, order: order(100)))
    let twice = work(chain(200, order: order(200)))
    let fourTimes = work(chain(400, order: order(400)))
    #expect(once.findings.isEmpty && twice.findings.isEmpty && fourTimes.findings.isEmpty)
    #expect(twice.work <= 2 * once.work + 100)
    #expect(fourTimes.work <= 2 * twice.work + 100)
  }

  @Test func aChainThatEndsInACircleIsADeadlock() {
    var events = chain(50, order: { $0 })
    let end = events.firstIndex { $0.kind == .processExit } ?? 0
    events = Array(events[..<(end - 1)])
    events.append(
      Event(
        .lockWait, pid: 150, number: 2, time: 1 << 40,
        object: ObjectID(creator: 100, number: 100_001), extra: Event.noTimeout))
    #expect(work(events).findings == [.deadlock])
  }
}
