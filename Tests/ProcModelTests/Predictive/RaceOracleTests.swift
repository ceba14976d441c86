import ProcModel
import Testing

/// Random traces against a definition of *happened before* that is as plain as possible: a graph of
/// all events, and every pair of accesses looked at.
@Suite struct RaceOracleTests {
  @Test(arguments: 0..<60)
  func aRaceIsFoundWhereThereIsOneAndOnlyThere(seed: Int) {
    var random = SplitMix(seed: UInt64(seed) &* 104_729 &+ 17)
    for _ in 0..<10 {
      let trace = RandomTrace(random: &random)
      let findings = trace.maker.run.findings
      let races = Oracle(trace.maker.events).races
      #expect(findings.allSatisfy { $0.kind == .dataRace })
      #expect(Set(findings.flatMap(\.objects)) == Set(races.keys))
      for finding in findings {
        #expect(races[finding.objects.first ?? ""]?.contains(finding.seqs) == true)
      }
    }
  }

  @Test func theTracesAreOfBothKinds() {
    var random = SplitMix(seed: 4)
    let races = (0..<200).map { _ in Oracle(RandomTrace(random: &random).maker.events).races.count }
    #expect(races.contains(0) && races.contains(1) && races.contains(5))
  }
}

/// A trace of a few processes that take turns at random. Each either reads a value or writes it once,
/// so that no update is ever lost, which would be told instead of the race.
private struct RandomTrace {
  var maker: TraceMaker
  private var holder: [TraceMaker.Thing: Int] = [:]
  private var items: [(thing: TraceMaker.Thing, serial: UInt64)] = []
  private var serial: UInt64 = 0
  private var written: Set<[Int]> = []
  private var writers: Set<[Int]> = []
  private let lanes: Int

  init(random: inout SplitMix) {
    lanes = Int.random(in: 2...4, using: &random)
    maker = TraceMaker(children: lanes)
    for value in 0..<Self.values {
      maker.emit(
        0,
        Event(
          .objectDefine, object: Self.id(value), value: ObjectKind.value.rawValue, text: "v\(value)"
        ))
      for lane in 0...lanes where Bool.random(using: &random) { writers.insert([lane, value]) }
    }
    let accesses = Int.random(in: 1...4, using: &random)
    for _ in 0..<Int.random(in: 10...80, using: &random) {
      let lane = Int.random(in: 0...lanes, using: &random)
      if Int.random(in: 0..<8, using: &random) < accesses {
        access(lane, &random)
      } else {
        synchronise(lane, &random)
      }
    }
  }

  /// Many values, so that for some of them the few accesses are ordered through many steps.
  private static let values = 12

  static func id(_ value: Int) -> ObjectID { ObjectID(creator: 100, number: UInt32(500 + value)) }

  private mutating func access(_ lane: Int, _ random: inout SplitMix) {
    let value = Int.random(in: 0..<Self.values, using: &random)
    if !writers.contains([lane, value]) {
      maker.emit(lane, Event(.valueRead, object: Self.id(value)))
    } else if written.insert([lane, value]).inserted {
      maker.emit(lane, Event(.valueWrite, object: Self.id(value)))
    }
  }

  private mutating func synchronise(_ lane: Int, _ random: inout SplitMix) {
    switch Int.random(in: 0..<9, using: &random) {
    case 0, 1, 2: lock(lane, Bool.random(using: &random) ? .lock : .otherLock)
    case 3: put(lane, Bool.random(using: &random) ? .queue : .smallQueue)
    case 4: get(lane)
    case 5: maker.emit(lane, .eventSet, .event)
    case 6: maker.emit(lane, .eventWake, .event)
    case 7: maker.emit(lane, .semaphoreRelease, .semaphore)
    default: maker.emit(lane, .semaphoreAcquire, .semaphore)
    }
  }

  private mutating func lock(_ lane: Int, _ lock: TraceMaker.Thing) {
    if holder[lock] == lane {
      holder[lock] = nil
      maker.emit(lane, .lockRelease, lock)
    } else if holder[lock] == nil, !holder.values.contains(lane) {
      holder[lock] = lane
      maker.emit(lane, .lockAcquire, lock, value: 1)
    }
  }

  private mutating func put(_ lane: Int, _ queue: TraceMaker.Thing) {
    serial += 1
    items.append((queue, serial))
    maker.emit(lane, .queuePut, queue, extra: serial)
  }

  private mutating func get(_ lane: Int) {
    if items.isEmpty { return }
    let item = items.removeFirst()
    maker.emit(lane, .queueGet, item.thing, extra: item.serial)
  }
}

/// All pairs of accesses that nothing orders, by the name of the value.
private struct Oracle {
  private(set) var races: [String: Set<[Int]>] = [:]

  init(_ events: [Event]) {
    var before: [Set<Int>] = []
    for (place, event) in events.enumerated() {
      var all = Set<Int>()
      for earlier in 0..<place where Self.orders(events[earlier], event, earlier, place, events) {
        all.formUnion(before[earlier])
        all.insert(earlier)
      }
      before.append(all)
      guard Self.isAccess(event) else { continue }
      for earlier in 0..<place where Self.conflict(events[earlier], event) {
        if before[place].contains(earlier) { continue }
        let number = UInt32(truncatingIfNeeded: event.object.rawValue)
        races["v\(number - 500)", default: []].insert([earlier, place])
      }
    }
  }

  private static func isAccess(_ event: Event) -> Bool {
    event.kind == .valueRead || event.kind == .valueWrite
  }

  private static func conflict(_ a: Event, _ b: Event) -> Bool {
    isAccess(a) && isAccess(b) && a.object == b.object && a.pid != b.pid
      && (a.kind == .valueWrite || b.kind == .valueWrite)
  }

  /// Whether `a` itself, not only by way of others, is before `b`.
  private static func orders(
    _ a: Event, _ b: Event, _ placeA: Int, _ placeB: Int, _ events: [Event]
  ) -> Bool {
    if a.pid == b.pid { return true }
    guard a.object == b.object else { return false }
    switch (a.kind, b.kind) {
    case (.processStart, .processBegin), (.semaphoreRelease, .semaphoreAcquire),
      (.eventSet, .eventWake):
      return true
    case (.queuePut, .queueGet): return a.extra == b.extra
    case (.queueGet, .queuePut): return a.object == TraceMaker.Thing.smallQueue.id
    case (.lockRelease, .lockAcquire):
      return !events[(placeA + 1)..<placeB].contains {
        $0.kind == .lockRelease && $0.object == a.object
      }
    default: return false
    }
  }
}
