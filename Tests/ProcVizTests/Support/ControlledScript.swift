import ProcModel
import ProcSchedule

@testable import ProcSession

/// A run under control, written down by hand: every lane stands at its gate before each operation.
struct ControlledScript {
  private(set) var script = Script()
  private(set) var steps: [Step] = []
  private var time = 0.0

  static let main = LanePath.main
  static let first = LanePath([1])
  static let second = LanePath([2])

  /// The main process stands before its first operation.
  init(lock: Bool = false) {
    script.beginMain()
    script.add(
      .objectDefine, by: Script.main, object: Script.counter, value: ObjectKind.value.rawValue,
      text: "counter")
    script.add(.expect, by: Script.main, object: Script.counter, value: 2)
    if lock {
      script.add(
        .objectDefine, by: Script.main, object: Script.lock, value: ObjectKind.lock.rawValue,
        text: "lock")
    }
    gate(Self.main, .processStart)
  }

  /// A lane makes the operation before which it stands, and comes to the gate before the next.
  mutating func move(
    _ lane: LanePath, _ kind: EventKind, on object: ObjectID = .none, value: Int64 = 0,
    next: EventKind? = nil, at nextObject: ObjectID = .none
  ) {
    time += 1
    script.at(time)
    let number = UInt32(truncatingIfNeeded: object.rawValue)
    steps.append(
      Step(
        move: Move(lane),
        operation: StableOperation(kind, on: StableObject(creator: .main, number: number)),
        accesses: [], options: []))
    script.add(kind, by: pid(lane), object: object, value: value)
    if let next { gate(lane, next, nextObject) }
  }

  /// The main process starts a worker, which comes to the gate before its first operation.
  mutating func start(_ lane: LanePath, first: EventKind, at object: ObjectID, next: EventKind) {
    time += 1
    script.at(time)
    steps.append(
      Step(move: Move(.main), operation: StableOperation(.processStart), accesses: [], options: []))
    let name = "Process-\(lane)"
    script.start(pid(lane), name)
    script.begin(pid(lane), name)
    gate(lane, first, object)
    gate(Self.main, next, Script.process(pid(Self.first)))
  }

  /// The main process has seen the end of a worker.
  mutating func joined(_ lane: LanePath, next: EventKind) {
    move(
      Self.main, .joinDone, on: Script.process(pid(lane)), next: next,
      at: Script.process(pid(Self.second)))
  }

  /// What came of it.
  var result: ControlledRuns.Result {
    var run = Run()
    for event in script.events { run.append(event) }
    return ControlledRuns.Result(
      execution: Execution(
        steps: steps, end: .complete, findings: run.findings.map(\.kind), hasUnknownKinds: false),
      run: run, outside: [], stopped: [])
  }

  private mutating func gate(_ lane: LanePath, _ kind: EventKind, _ object: ObjectID = .none) {
    script.gate(pid(lane), before: kind, object: object, slot: UInt64(pid(lane)))
  }

  private func pid(_ lane: LanePath) -> Int32 {
    Script.main + Int32(lane.numbers.first ?? 0)
  }
}

extension ControlledScript {
  /// Both workers read 0 before either writes.
  static func lostUpdate() -> ControlledScript {
    var script = ControlledScript()
    script.start(first, first: .valueRead, at: Script.counter, next: .processStart)
    script.start(second, first: .valueRead, at: Script.counter, next: .joinDone)
    for lane in [first, second] {
      script.move(
        lane, .valueRead, on: Script.counter, value: 0, next: .valueWrite, at: Script.counter)
    }
    for lane in [first, second] {
      script.move(lane, .valueWrite, on: Script.counter, value: 1, next: .processExit)
    }
    script.end()
    return script
  }

  /// The same moves with a lock, as far as it allows them, and what is left by default.
  static func locked() -> ControlledScript {
    var script = ControlledScript(lock: true)
    script.start(first, first: .lockAcquire, at: Script.lock, next: .processStart)
    script.start(second, first: .lockAcquire, at: Script.lock, next: .joinDone)
    for (lane, value) in [(first, Int64(0)), (second, 1)] {
      script.move(
        lane, .lockAcquire, on: Script.lock, value: 1, next: .valueRead, at: Script.counter)
      script.move(
        lane, .valueRead, on: Script.counter, value: value, next: .valueWrite, at: Script.counter)
      script.move(
        lane, .valueWrite, on: Script.counter, value: value + 1, next: .lockRelease, at: Script.lock
      )
      script.move(lane, .lockRelease, on: Script.lock, value: 0, next: .processExit)
    }
    script.end()
    return script
  }

  private mutating func end() {
    for lane in [Self.first, Self.second] {
      move(lane, .processExit, on: Script.process(pid(lane)))
    }
    joined(Self.first, next: .joinDone)
    joined(Self.second, next: .processExit)
    move(Self.main, .processExit, on: Script.process(Script.main))
  }

  /// The comparison of the two: the second worker cannot take the lock at its first turn, nor at its
  /// second.
  static var pair: Comparison.Progress {
    let first = lostUpdate().result
    let second = locked().result
    let count = first.execution.steps.count
    // Of the first run's moves 0 to 10, the second makes 0, 1, 2 and 4, and the first worker's end
    // becomes its write.
    let places: [Int?] = [0, 1, 2, 4, 6] + Array(repeating: nil, count: 15)
    return .over(
      Comparison.Side(result: first, places: (0..<count).map { $0 }),
      Comparison.Side(
        result: second, places: Array(places.prefix(second.execution.steps.count))), .found)
  }
}
