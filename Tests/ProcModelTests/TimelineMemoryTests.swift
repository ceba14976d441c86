import ProcModel
import Testing

/// What a timeline keeps of its lanes is the same however far apart the events are, and however many
/// lanes and looks there are: it only takes more room.
@Suite struct TimelineMemoryTests {
  /// Lane `lane` puts, and the next one gets, after `pause` events of a bystander.
  private static func run(lanes: Int, rounds: Int, pause: Int) -> Run {
    var run = Run()
    var numbers = [UInt32](repeating: 0, count: lanes + 1)
    var time: UInt64 = 0
    func append(_ kind: EventKind, _ lane: Int, object: ObjectID = .none, extra: UInt64 = 0) {
      time += 10
      run.append(
        Event(
          kind, pid: Int32(lane + 1), number: numbers[lane], time: time, object: object,
          value: kind == .processBegin ? -1 : 0, extra: extra))
      numbers[lane] += 1
    }
    let queue = ObjectID(creator: 1, number: 1)
    for lane in 0...lanes { append(.processBegin, lane) }
    for round in 0..<rounds {
      append(.queuePut, round % lanes, object: queue, extra: UInt64(round))
      for _ in 0..<pause { append(.poll, lanes) }
      append(.queueGetWait, (round + 1) % lanes, object: queue, extra: Event.noTimeout)
      append(.queueGet, (round + 1) % lanes, object: queue, extra: UInt64(round))
    }
    return run
  }

  @Test(arguments: [(2, 9_000, 0), (3, 6_000, 300), (1_500, 6_000, 0)])
  func nothingIsLost(lanes: Int, rounds: Int, pause: Int) {
    let run = Self.run(lanes: lanes, rounds: rounds, pause: pause)
    let perRound = 3 + pause
    #expect(run.connectors.count == rounds)
    for (round, connector) in run.connectors.enumerated() where round % 97 == 0 {
      let put = lanes + 1 + round * perRound
      #expect(connector.kind == .item)
      #expect([connector.from, connector.to] == [round % lanes, (round + 1) % lanes])
      #expect([connector.fromSeq, connector.toSeq] == [put, put + perRound - 1])
      #expect(run.connectors.firstArriving(at: connector.toSeq) == round)
    }
    let gets = run.marks(of: 1).filter { $0.shape == .get }.map(\.seq)
    let expected = stride(from: 0, to: rounds, by: lanes).map {
      lanes + 1 + $0 * perRound + perRound - 1
    }
    #expect(gets == expected)
    let waits = run.spans(of: 1).filter {
      $0.activity == .blocked(.get(ObjectID(creator: 1, number: 1)))
    }
    #expect(waits.map(\.seq) == expected.map { $0 - 1 })
  }
}
