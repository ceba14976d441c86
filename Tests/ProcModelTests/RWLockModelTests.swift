import ProcModel
import Testing

/// What is made of the events of readers-writer locks.
@Suite struct RWLockModelTests {
  private struct Script {
    var run = Run()
    private var numbers: [Int: UInt32] = [:]
    private var time: UInt64 = 0

    init(children: Int) {
      add(0, .processBegin, Script.process(0), value: -1, text: "MainProcess")
      for name in ["room", "hall"] {
        add(
          0, .objectDefine, Script.lock(name), value: ObjectKind.rwlock.rawValue, text: name)
      }
      for child in 1...children {
        add(0, .processStart, Script.process(child), text: "P\(child)")
        add(child, .processBegin, Script.process(child), text: "P\(child)")
      }
    }

    static func process(_ lane: Int) -> ObjectID { ObjectID(creator: 100, number: UInt32(lane)) }
    static func lock(_ name: String) -> ObjectID {
      ObjectID(creator: 100, number: name == "room" ? 1000 : 1001)
    }

    mutating func add(
      _ lane: Int, _ kind: EventKind, _ object: ObjectID, value: Int64 = 0,
      extra: UInt64? = nil, flags: Event.Flags = [], text: String = ""
    ) {
      time += 1_000_000_000
      run.append(
        Event(
          kind, pid: Int32(100 + lane), number: numbers[lane] ?? 0, time: time, object: object,
          value: value, extra: extra ?? (kind.role == .wait ? Event.noTimeout : 0), flags: flags,
          text: text))
      numbers[lane] = (numbers[lane] ?? 0) + 1
    }

    mutating func add(_ lane: Int, _ kind: EventKind, _ lock: String = "room", value: Int64 = 1) {
      add(lane, kind, Script.lock(lock), value: value)
    }

    func state(_ lock: String = "room") -> ObjectState.LockState? {
      guard case .lock(let state)? = run.world.object(Script.lock(lock))?.content else {
        return nil
      }
      return state
    }

    func canHappen(_ kind: EventKind, by lane: LaneIndex) -> Bool {
      run.world.canHappen(
        PendingOperation(kind: kind, object: Script.lock("room"), slot: 0), by: lane)
    }
  }

  @Test func anyNumberShareItAndAWriterWaits() {
    var script = Script(children: 3)
    script.add(1, .rwlockReadAcquire)
    script.add(2, .rwlockReadAcquire)
    script.add(3, .rwlockWriteWait, value: 0)
    #expect(script.state()?.holders.map(\.lane) == [1, 2])
    #expect(script.state()?.holders.allSatisfy(\.isShared) == true)
    #expect(script.state()?.waiters == [3])
    #expect(script.canHappen(.rwlockReadAcquire, by: 3))
    #expect(!script.canHappen(.rwlockWriteAcquire, by: 3))
    let situation = script.run.world.situation(of: 3).en
    #expect(situation.hasPrefix("waits for room, held by P1 and P2 since "))
    script.add(1, .rwlockReadRelease, value: 0)
    #expect(!script.canHappen(.rwlockWriteAcquire, by: 3))
    script.add(2, .rwlockReadRelease, value: 0)
    #expect(script.canHappen(.rwlockWriteAcquire, by: 3))
    script.add(3, .rwlockWriteAcquire)
    #expect(script.state()?.owner == 3)
    #expect(!script.canHappen(.rwlockReadAcquire, by: 1))
    #expect(script.run.findings.isEmpty)
  }

  @Test func twoTakenInTwoOrdersAreADeadlock() {
    var script = Script(children: 2)
    script.add(1, .rwlockReadAcquire, "room")
    script.add(2, .rwlockReadAcquire, "hall")
    script.add(1, .rwlockWriteWait, "hall", value: 0)
    script.add(2, .rwlockWriteWait, "room", value: 0)
    #expect(script.run.findings.map(\.kind) == [.deadlock])
    #expect(
      script.run.findings.first?.text.en.hasPrefix(
        "P1 waits for hall, which P2 holds; P2 waits for room, which P1 holds.") == true)
    #expect(script.run.world.waitForGraph.lanes.filter(\.isInCircle).map(\.name) == ["P1", "P2"])
  }

  @Test func aWriterNeedsAllReaders() {
    var script = Script(children: 3)
    script.add(1, .rwlockReadAcquire, "room")
    script.add(2, .rwlockReadAcquire, "room")
    script.add(3, .rwlockWriteAcquire, "hall")
    script.add(3, .rwlockWriteWait, "room", value: 0)
    #expect(script.run.findings.isEmpty)
    // The second reader is enough for a circle; that the first goes on does not help.
    script.add(2, .rwlockReadWait, "hall", value: 0)
    #expect(script.run.findings.map(\.kind) == [.deadlock])
    #expect(script.run.findings.first?.processes.prefix(2) == ["P2", "P3"])
  }

  @Test func whoSharesItWaitsForItselfWhenItWantsItAlone() {
    var script = Script(children: 1)
    script.add(1, .rwlockReadAcquire)
    script.add(1, .rwlockWriteWait, value: 1)
    #expect(script.run.findings.map(\.kind) == [.deadlock])
    #expect(
      script.run.findings.first?.text.en.contains("It must release its share first") == true)
  }

  @Test func sharingInTwoOrdersIsNoDanger() {
    var script = Script(children: 2)
    for (lane, order) in [(1, ["room", "hall"]), (2, ["hall", "room"])] {
      for lock in order { script.add(lane, .rwlockReadAcquire, lock) }
      for lock in order { script.add(lane, .rwlockReadRelease, lock, value: 0) }
    }
    #expect(script.run.findings.isEmpty)
  }

  @Test func takingInTwoOrdersIsADanger() {
    var script = Script(children: 2)
    for (lane, order) in [(1, ["room", "hall"]), (2, ["hall", "room"])] {
      script.add(lane, .rwlockReadAcquire, order[0])
      script.add(lane, .rwlockWriteAcquire, order[1])
      script.add(lane, .rwlockWriteRelease, order[1], value: 0)
      script.add(lane, .rwlockReadRelease, order[0], value: 0)
    }
    #expect(script.run.findings.map(\.kind) == [.lockOrder])
  }

  @Test(arguments: [true, false]) func onlyHoldingItAloneOrdersWrites(isAlone: Bool) {
    var script = Script(children: 2)
    let value = ObjectID(creator: 100, number: 2000)
    script.add(0, .objectDefine, value, value: ObjectKind.value.rawValue, text: "v")
    for lane in [1, 2] {
      script.add(lane, isAlone ? .rwlockWriteAcquire : .rwlockReadAcquire)
      script.add(lane, .valueWrite, value, value: 1, extra: 0)
      script.add(lane, isAlone ? .rwlockWriteRelease : .rwlockReadRelease, value: 0)
    }
    #expect(script.run.findings.map(\.kind) == (isAlone ? [] : [.dataRace]))
    if !isAlone {
      #expect(script.run.findings.first?.text.en.contains("P1 and P2 only share room") == true)
    }
  }

  @Test func aReaderSeesWhatWasWrittenBefore() {
    var script = Script(children: 2)
    let value = ObjectID(creator: 100, number: 2000)
    script.add(0, .objectDefine, value, value: ObjectKind.value.rawValue, text: "v")
    script.add(1, .rwlockWriteAcquire)
    script.add(1, .valueWrite, value, value: 1, extra: 0)
    script.add(1, .rwlockWriteRelease, value: 0)
    script.add(2, .rwlockReadAcquire)
    script.add(2, .valueRead, value, value: 1, extra: 0)
    script.add(2, .rwlockReadRelease, value: 0)
    script.add(1, .rwlockWriteAcquire)
    script.add(1, .valueWrite, value, value: 2, extra: 0)
    script.add(1, .rwlockWriteRelease, value: 0)
    #expect(script.run.findings.isEmpty)
  }

  @Test func aDeadReaderHarmsNobodyAndADeadWriterDoes() {
    var reader = Script(children: 2)
    reader.add(1, .rwlockReadAcquire)
    reader.add(1, .processExit, Script.process(1))
    reader.add(2, .rwlockWriteAcquire, Script.lock("room"), value: 1, flags: .sharerDied)
    #expect(reader.run.findings.isEmpty)
    #expect(reader.state()?.holders.map(\.lane) == [2])
    var writer = Script(children: 2)
    writer.add(1, .rwlockWriteAcquire)
    writer.add(1, .processExit, Script.process(1))
    writer.add(2, .rwlockReadAcquire, Script.lock("room"), value: 1, flags: .ownerDied)
    #expect(writer.run.findings.map(\.kind) == [.lockOwnerDied])
  }

  @Test func theOrderRuleKnowsIt() {
    func violations(_ kinds: [(Int, EventKind, Int64)]) -> [String] {
      var script = Script(children: 3)
      for (lane, kind, value) in kinds { script.add(lane, kind, value: value) }
      return OrderRule.violations(in: script.run.trace).map(\.text)
    }
    #expect(
      violations([
        (1, .rwlockReadAcquire, 1), (2, .rwlockReadAcquire, 1), (1, .rwlockReadAcquire, 2),
        (1, .rwlockReadRelease, 1), (1, .rwlockReadRelease, 0), (2, .rwlockReadRelease, 0),
        (3, .rwlockWriteAcquire, 1), (3, .rwlockWriteRelease, 0),
      ]) == [])
    #expect(
      violations([(1, .rwlockReadAcquire, 1), (3, .rwlockWriteAcquire, 1)])
        == ["a lock is held alone that others share"])
    #expect(
      violations([(3, .rwlockWriteAcquire, 1), (1, .rwlockReadAcquire, 1)])
        == ["a lock is shared that somebody holds alone"])
    #expect(
      violations([(1, .rwlockReadRelease, 0)])
        == ["a share is given back by somebody who has none"])
  }
}
