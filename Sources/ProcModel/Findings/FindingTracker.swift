/// Looks for findings, event by event. It keeps what it noticed; the texts are made when they are
/// asked for.
struct FindingTracker: Sendable {
  var stuck = StuckFindings()
  var values = ValueFindings()
  var ends = EndFindings()
  var predictive = PredictiveFindings()
  /// Lanes that were found to ask in vain for ever.
  private var spins: [Finding] = []

  /// Takes an event and what it changed; `world` is the world after it.
  mutating func note(_ event: Event, seq: Int, _ change: WorldChange, _ world: World) {
    if !event.isObserved, event.kind != .gateWait, let actor = change.actor {
      stuck.laneMoved(actor)
    }
    if world.isClosing { return }
    predictive.note(event, seq: seq, change, world)
    if event.kind == .valueWrite || event.kind == .expect { values.note(event, seq, change, world) }
    if let step = change.lock { ends.note(step, event, seq, change) }
    if event.kind == .processError { ends.noteFailure(event, seq, change) }
    if event.kind == .output { ends.noteOutput(event) }
    if event.kind == .processReap { change.subject.map { ends.noteReap(of: $0, world) } }
    if change.ended, let lane = change.subject ?? change.actor {
      ends.laneEnded(lane, seq, change, world)
      if lane == world.mainLane { values.mainEnded(seq, world) }
    }
    stuck.note(event, change, world)
    if change.mayBlock { stuck.update(event, change, world) }
  }

  /// Nobody will move any more, but for those in `spinning`, who could go on asking what they have
  /// asked.
  mutating func conclude(spinning: [LaneIndex], _ world: World) {
    stuck.lookAtAll(world)
    if !spinning.isEmpty { spins = [world.livelock(spinning)] }
  }

  /// Everything that was noticed, the gravest first; what is said of values is what was true of
  /// them at the moment of `past`, a world of the same run as `world`.
  func findings(_ world: World, at past: World) -> [Finding] {
    let predicted = predictive.findings(
      world, harmed: values.harmed(in: past), deadlocked: stuck.deadlockedLocks(in: past))
    let all = values.findings(past) + stuck.findings + spins + ends.findings(world) + predicted
    let ranked =
      all.map { ($0, $0.kind.rank) }
      + ends.consequences(world).map { ($0, Finding.Kind.processFailed.rank) }
    return ranked.enumerated().sorted {
      ($0.element.1, $0.offset) < ($1.element.1, $1.offset)
    }.map(\.element.0)
  }
}

extension Finding.Kind {
  /// The order in which findings are told: causes before what follows from them, and what did go
  /// wrong before what only could have.
  fileprivate var rank: Int {
    switch self {
    case .spawnMissingGlobal: 0
    case .oversold: 1
    case .deadlock: 2
    case .lockOwnerDied: 3
    case .lostUpdate: 4
    case .processFailed: 5
    case .wrongResult: 6
    case .blockedForever: 7
    case .livelock: 8
    case .dataRace: 9
    case .lockOrder: 10
    }
  }
}
