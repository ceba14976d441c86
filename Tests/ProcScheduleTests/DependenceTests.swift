import ProcModel
import ProcSchedule
import Testing

@Suite struct DependenceTests {
  private static let lock = StableObject.named(1)
  private static let one = LanePath([1])
  private static let two = LanePath([2])

  private static func step(
    _ lane: LanePath, _ modes: Access.Mode..., object: StableObject = lock, element: UInt64 = 0,
    blocking: Blocking = .indefinite, kind: EventKind = .lockAcquire
  ) -> Step {
    Step(
      move: Move(lane), operation: StableOperation(kind, on: object, blocking: blocking),
      accesses: modes.map { Access(object, element: element, $0) }, options: [])
  }

  private func between(_ a: Access.Mode, _ b: Access.Mode, _ blocking: Blocking = .indefinite)
    -> Dependence
  {
    .between(Self.step(Self.one, a), Self.step(Self.two, b, blocking: blocking))
  }

  @Test func looksDoNotDependOnEachOther() {
    #expect(between(.read, .read) == .none && between(.read, .join) == .none)
    #expect(between(.read, .write) == .races && between(.write, .read) == .races)
    #expect(between(.read, .acquire(ordinal: 1)) == .races)
    #expect(between(.read, .end) == .races && between(.get(serial: 1), .read) == .races)
  }

  @Test func releasedUnitsOrderTheirTakers() {
    #expect(between(.acquire(ordinal: 1), .acquire(ordinal: 2)) == .races)
    #expect(between(.release(enables: 2), .acquire(ordinal: 2)) == .orders)
    #expect(between(.release(enables: 2), .acquire(ordinal: 2), .nonblocking) == .races)
    #expect(between(.release(enables: 2), .acquire(ordinal: 2), .timed) == .races)
    #expect(between(.release(enables: 3), .acquire(ordinal: 2)) == .none)
    #expect(between(.acquire(ordinal: 2), .release(enables: 3)) == .none)
    #expect(between(.release(enables: 2), .release(enables: 3)) == .races)
  }

  @Test func itemsAndRoomOrderTheirTakers() {
    #expect(between(.put(serial: 4, room: nil), .get(serial: 4)) == .orders)
    #expect(between(.put(serial: 5, room: nil), .get(serial: 4)) == .none)
    #expect(between(.get(serial: 4), .put(serial: 6, room: 4)) == .orders)
    #expect(between(.get(serial: 5), .put(serial: 6, room: 4)) == .none)
    #expect(between(.get(serial: 4), .get(serial: 5)) == .races)
    #expect(between(.put(serial: 4, room: nil), .put(serial: 5, room: nil)) == .races)
  }

  @Test func livesAreOrderedByStartAndEnd() {
    #expect(between(.end, .join) == .orders && between(.kill(Self.one), .join) == .orders)
    let start = Self.step(Self.one, .start(Self.two))
    #expect(Dependence.between(start, Self.step(Self.two)) == .orders)
    #expect(Dependence.between(start, Self.step(LanePath([3]))) == .none)
    let kill = Self.step(Self.one, .kill(Self.two))
    #expect(Dependence.between(Self.step(Self.two), kill) == .races)
    #expect(Dependence.between(Self.step(Self.two.child(1)), kill) == .races)
    #expect(Dependence.between(Self.step(.main), kill) == .none)
    #expect(Dependence.between(Self.step(Self.one), Self.step(Self.one)) == .orders)
  }

  @Test func elementsAreThingsOfTheirOwn() {
    func write(_ lane: LanePath, _ element: UInt64) -> Step {
      Self.step(lane, .write, element: element)
    }
    #expect(Dependence.between(write(Self.one, 1), write(Self.two, 2)) == .none)
    #expect(Dependence.between(write(Self.one, 1), write(Self.two, 1)) == .races)
    #expect(Dependence.between(write(Self.one, 1), write(Self.two, Access.everyElement)) == .races)
    let elsewhere = Self.step(Self.two, .write, object: .named(2))
    #expect(Dependence.between(write(Self.one, 0), elsewhere) == .none)
  }

  @Test func whatIsPendingIsTakenToDependOnWhatItMay() {
    func pending(_ kind: EventKind, _ step: Step) -> Bool {
      Dependence.mayBe(
        between: step, andPending: StableOperation(kind, on: Self.lock), of: Self.two)
    }
    #expect(pending(.lockAcquire, Self.step(Self.one, .release(enables: 1))))
    #expect(pending(.valueWrite, Self.step(Self.one, .read)))
    #expect(!pending(.valueRead, Self.step(Self.one, .read)))
    #expect(!pending(.valueRead, Self.step(Self.one, .write, object: .named(2))))
    #expect(pending(.note, Self.step(Self.one, .kill(Self.two), object: .named(2))))
    #expect(pending(.note, Self.step(Self.two, .read, object: .named(2))))
  }

  @Test func onlyATakerCanBlock() {
    func blocks(_ mode: Access.Mode, _ kind: EventKind) -> Bool {
      Dependence.mayBlock(Access(Self.lock, mode), StableOperation(kind, on: Self.lock))
    }
    #expect(blocks(.acquire(ordinal: 1), .lockAcquire))
    #expect(!blocks(.release(enables: 2), .lockAcquire) && !blocks(.read, .lockAcquire))
    #expect(blocks(.get(serial: 1), .queueGet) && !blocks(.get(serial: 1), .queuePut))
    #expect(blocks(.put(serial: 1, room: nil), .queuePut))
    #expect(!blocks(.put(serial: 1, room: nil), .queueGet))
    #expect(blocks(.write, .eventWake) && !blocks(.end, .joinDone))
  }

  @Test func aClassIgnoresTheOrderOfIndependentSteps() {
    let read = Self.step(Self.one, .read, kind: .valueRead)
    let other = Self.step(Self.two, .read, kind: .valueRead)
    let write = Self.step(Self.two, .write, kind: .valueWrite)
    #expect(TraceClass([read, other]) == TraceClass([other, read]))
    #expect(TraceClass([read, write]) != TraceClass([write, read]))
    #expect(TraceClass([read, other]) != TraceClass([read, write]))
    #expect(TraceClass([read]) != TraceClass([read, read]))
    #expect(TraceClass([]) != TraceClass([read]))
  }

  @Test func orderFollowsThroughOthers() {
    let steps = [
      Self.step(Self.one, .write), Self.step(Self.one, .acquire(ordinal: 1), object: .named(2)),
      Self.step(.main, .read, object: .named(3)),
      Self.step(Self.one, .release(enables: 2), object: .named(2)),
      Self.step(Self.two, .acquire(ordinal: 2), object: .named(2)),
    ]
    let order = CausalOrder(steps)
    #expect(order.precedes(0, 4) && order.precedes(3, 4) && order.precedes(4, 4))
    #expect(!order.precedes(2, 4) && !order.precedes(4, 3))
  }
}
