import ProcModel
import ProcRuntime

extension Fixture {
  static let counted = Global<Value<Int>>("counted")
  static let countsRounds = Target("counts-rounds") {
    let rounds = try counted.get()
    rounds.set(rounds.get() + 1)
  }
  static let failsAtBarrier = Target("fails-at-barrier") { throw Complaint(text: "no way") }
  static let diesInAction = Target("dies-in-action") { killProcess(currentProcess().pid ?? 0) }

  static let goesRounds = Target("goes-rounds") {
    (barrier: Barrier, rounds: Value<Int>, places: SharedArray<Int>, me: Int, count: Int) in
    counted.set(rounds)
    for round in 1...count {
      places.set(me, round)
      let index = try barrier.wait()
      let behind = (0..<places.count).filter { places.get($0) < round }
      guard behind.isEmpty, (0..<places.count).contains(index), rounds.get() == 2 * round - 1 else {
        throw Complaint(text: "\(me) passed round \(round) before \(behind)")
      }
      // No process may begin the next round before all have looked.
      try barrier.wait()
    }
  }
  static let waitsAtBarrier = Target("waits-at-barrier") { (barrier: Barrier) in
    do { note("index \(try barrier.wait())") } catch { note("\(error)") }
  }
  static let comesLast = Target("comes-last") { (barrier: Barrier) in
    while barrier.nWaiting == 0 { sleep(.milliseconds(1)) }
    try barrier.wait()
  }

  static let barrierSpawnables: [any Spawnable] = [
    countsRounds, failsAtBarrier, diesInAction, goesRounds, waitsAtBarrier, comesLast,
  ]

  static let barrierPrograms: [String: Main] = [
    "barrier-basics": { _ in try barrierBasics() },
    "barrier-rounds": { arguments in
      let (parties, count) = (Int(arguments[0]) ?? 2, Int(arguments[1]) ?? 10)
      let rounds = Value(0, name: "rounds")
      counted.set(rounds)
      let barrier = Barrier(parties, action: countsRounds, name: "gate")
      let places = SharedArray(Array(repeating: 0, count: parties))
      let children = (0..<parties).map {
        Process(target: goesRounds, args: barrier, rounds, places, $0, count)
      }
      try runAll(children)
      print(rounds.get(), children.map { $0.exitCode ?? -1 })
    },
    "barrier-indices": { arguments in
      let barrier = Barrier(Int(arguments[0]) ?? 3, name: "gate")
      try runAll(
        (0..<barrier.parties).map { _ in Process(target: waitsAtBarrier, args: barrier) })
      print(barrier.nWaiting, barrier.broken)
    },
    "barrier-breaks": { arguments in try barrierBreaks(how: arguments[0]) },
  ]

  private static func barrierBasics() throws {
    let alone = Barrier(1)
    print(try alone.wait(), try alone.wait(), alone.parties)
    let gate = Barrier(2, timeout: .milliseconds(20), name: "gate")
    do { try gate.wait() } catch { print("\(error)") }
    print(gate.broken, gate.nWaiting)
    do { try gate.wait() } catch { print("\(error)") }
    gate.reset()
    print(gate.broken)
    do { try gate.wait(timeout: .zero) } catch { print("\(error)") }
    gate.reset()
    gate.abort()
    print(gate.broken)
    let failing = Barrier(1, action: failsAtBarrier, name: "failing")
    do { try failing.wait() } catch { print("\(error)") }
    print(failing.broken)
  }

  /// A child has arrived at a barrier for two when the barrier breaks.
  private static func barrierBreaks(how: String) throws {
    if how == "action-killed" { return try actionIsKilled() }
    let gate = Barrier(2, action: how == "action" ? failsAtBarrier : nil, name: "gate")
    let child = Process(target: waitsAtBarrier, args: gate)
    try child.start()
    _ = try input()
    switch how {
    case "abort": gate.abort()
    case "reset": gate.reset()
    case "killed": try child.kill()
    default: break
    }
    if how == "killed" || how == "action" {
      do { note("main \(try gate.wait())") } catch { note("main \(error)") }
    }
    try child.join()
    print(gate.broken, gate.nWaiting)
  }

  /// The child arrives last, and is killed while it runs the action.
  private static func actionIsKilled() throws {
    let gate = Barrier(2, action: diesInAction, name: "gate")
    let child = Process(target: comesLast, args: gate)
    try child.start()
    do { note("main \(try gate.wait())") } catch { note("main \(error)") }
    try child.join()
    print(gate.broken, gate.nWaiting)
  }
}
