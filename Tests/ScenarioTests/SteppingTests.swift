import Glibc
import ProcLessons
import ProcModel
import ProcSession
import TerminalHarness
import Testing

/// Every scenario, moved operation by operation: always the lane that has waited longest of those
/// that can move.
@Suite struct SteppingTests {
  /// Those that end by themselves.
  static let ending: [[String]] = [
    ["isolated-memory", "workers=3"], ["isolated-memory", "workers=3", "unit=thread"],
    ["process-api"], ["subclass"], ["queue", "workers=3", "stop=count"],
    ["queue", "workers=2", "stop=sentinel", "handover=argument", "start-method=spawn"],
    ["manager-dict", "workers=2", "wait=join"], ["lock"], ["lock", "lock=off"],
    ["counter", "workers=3", "iterations=2", "lock=on"], ["counter", "workers=3"],
    ["tickets", "lock=on"], ["tickets"], ["rlock"], ["pool", "workers=2", "tasks=3"],
    ["pool", "workers=2", "tasks=3", "executor=thread"],
    ["deadlock", "order=same"], ["philosophers", "strategy=ordered"],
    ["philosophers", "strategy=waiter"], ["bounded-buffer", "check=while", "notify=all"],
    ["bounded-buffer", "with=semaphores"], ["transfer", "lock=fine"],
    ["join-before-drain", "join=after"], ["killed-holder", "lock=robust"],
    ["barrier", "workers=3"], ["readers-writers", "lock=on"],
  ]
  /// Those in which a lane waits for ever.
  static let stuck: [[String]] = [
    ["queue", "workers=2"], ["rlock", "kind=lock"], ["join-before-drain"], ["barrier"],
  ]

  @Test(arguments: ending)
  func aRunThatEndsIsSteppedToItsEnd(_ words: [String]) throws {
    let run = try step(words)
    #expect(run.world.lanes.filter { !$0.hasEnded }.map(\.name) == [])
    #expect(run.world.lostCount == 0)
    #expect(OrderRule.violations(in: Array(run.trace)).map(\.description) == [])
  }

  @Test(arguments: stuck)
  func aRunThatCannotGoOnIsSteppedAsFarAsItGoes(_ words: [String]) throws {
    let run = try step(words)
    #expect(run.lane(ended: "MainProcess") == false)
    #expect(run.world.nextToStep(chosen: nil) == nil)
  }

  /// A lane that was held and then had to wait is seen waiting, so that a stuck run is found.
  @Test(arguments: stuck + [["lock", "workers=3"], ["counter", "lock=on"]], [1, 12, 25])
  func aRunThatIsLetGoAfterSomeStepsIsUnderstood(_ words: [String], _ steps: Int) throws {
    let session = try start(words)
    defer { session.stop() }
    var run = Run()
    try step(&run, session, atMost: steps, words)
    session.letAllGo()
    let deadline = Deadline(in: .seconds(60))
    while !session.isFinished, !run.isStuck {
      if deadline.hasPassed { throw Failure("\(run.world.lanes.map(\.activity))") }
      wait(session, atMost: 1000)
      for event in session.collect() { run.append(event) }
    }
    #expect(run.isStuck == Self.stuck.contains(words))
    #expect(run.findings.isEmpty != Self.stuck.contains(words))
  }

  private func step(_ words: [String]) throws -> Run {
    let session = try start(words)
    defer { session.stop() }
    var run = Run()
    try step(&run, session, atMost: .max, words)
    return run
  }

  private func start(_ words: [String]) throws -> Session {
    let session = try Session(
      Launch(
        executable: Product.path("procviz"),
        arguments: ["procviz", "__scenario", words[0], "speed=200"] + words.dropFirst()))
    session.hold()
    return session
  }

  /// Steps a run until it is over, until no lane can be moved and nothing more comes, or until
  /// there were `most` steps.
  private func step(
    _ run: inout Run, _ session: Session, atMost most: Int, _ words: [String]
  ) throws {
    let deadline = Deadline(in: .seconds(60))
    var steps = 0
    while !session.isFinished, steps < most {
      if deadline.hasPassed {
        throw Failure("\(words) does not end: \(run.world.lanes.map(\.activity))")
      }
      for event in session.collect() { run.append(event) }
      if run.world.lanes.contains(where: \.isMoving) || run.world.lanes.isEmpty {
        wait(session, atMost: 1000)
      } else if let lane = run.world.nextToStep(chosen: nil) {
        try move(lane, &run, session)
        steps += 1
      } else if !wait(session, atMost: 1000) {
        return
      }
    }
  }

  /// Lets a lane go, and waits until it has done something.
  private func move(_ lane: LaneIndex, _ run: inout Run, _ session: Session) throws {
    guard case .held(let pending) = run.world.lanes[lane].activity else { return }
    let before = run.world.lanes[lane].sinceSeq
    let deadline = Deadline(in: .seconds(20))
    session.letGo(slot: pending.slot)
    while run.world.lanes[lane].sinceSeq == before {
      if deadline.hasPassed { throw Failure("\(pending.kind.name) does not happen") }
      wait(session, atMost: 1000)
      for event in session.collect() { run.append(event) }
    }
  }

  /// Waits until something can be collected; false where nothing comes.
  @discardableResult
  private func wait(_ session: Session, atMost milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: session.descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, milliseconds) > 0
  }
}

extension LaneState {
  /// Whether it will come to its next gate by itself.
  fileprivate var isMoving: Bool {
    switch activity {
    case .starting, .running, .sleeping: true
    default: false
    }
  }
}

extension Run {
  fileprivate func lane(ended name: String) -> Bool? {
    world.lanes.first { $0.name == name }?.hasEnded
  }
}
