import ProcModel
import ProcSchedule

/// One operation at a time: who moves, and when it has.
extension RunState {
  /// Whether every process is held at its next operation, or will be; nobody is whose run was
  /// recorded.
  var isHeld: Bool { replay == nil && mode != .running && mode != .finished }

  /// Lets the run go freely: from now on its moves are not its schedule any more.
  mutating func release() {
    mode = .running
    isControlled = false
    guide = nil
    situation = nil
    typingLane = nil
    outside = []
  }

  /// Goes on after something has happened: a step ends, another is taken, a schedule is followed.
  mutating func goOn() -> [Effect] {
    if isControlled {
      outside = outside.filter { pilot.isUnderWay($0) }
      return isAtRest ? goOnUnderControl() : []
    }
    settleFreeStep()
    return takeStep()
  }

  /// Lets the lane go that is to make the step asked for, once that can be said.
  mutating func takeStep() -> [Effect] {
    guard case .stepping(.gathering(let only)) = mode else { return [] }
    if isControlled {
      if situation != nil { return takeControlledStep(only) }
      return isAtRest ? goOnUnderControl() : []
    }
    return takeFreeStep(only)
  }

  /// The lane moves: under control that is a move of the schedule.
  ///
  /// - Parameter line: what is typed for it, where it is held before it reads.
  mutating func move(_ lane: LaneIndex, line: String? = nil) -> [Effect] {
    guard case .held(let pending) = run.world.lanes[lane].activity else { return [] }
    var effects = line.map { [Effect.type($0)] } ?? []
    if let situation {
      guard let slot = pilot.move(Move(pilot.path(of: lane), line: line), in: situation) else {
        return []
      }
      self.situation = nil
      moveTime = now
      effects.append(.letGo(slot: slot))
    } else {
      effects.append(.letGo(slot: pending.slot))
    }
    if mode != .following { mode = .stepping(.moving(lane, since: run.world.lanes[lane].sinceSeq)) }
    return effects
  }

  /// The lane is to move: at once, or when the line that it reads has been typed.
  private mutating func begin(_ lane: LaneIndex) -> [Effect] {
    guard run.world.lanes[lane].isHeldBeforeInput else { return move(lane) }
    mode = .paused
    typing = LineEditor(purpose: .input)
    typingLane = lane
    return []
  }

  /// No step can be made.
  private mutating func refuse(_ reason: Localized) -> [Effect] {
    mode = .paused
    notice = reason
    return []
  }
}

// MARK: - Under control

extension RunState {
  /// How long a lane may take to come to its next gate before it is outside the scheduler's view.
  private static let patience: UInt64 = 1_000_000_000

  /// Whether everybody is at rest, so that it can be said who may move.
  private var isAtRest: Bool {
    mode != .finished && !hasDying && pilot.isAtRest(apartFrom: outside)
  }

  /// Whether nobody can move any more, though somebody has not ended: the run is over.
  var isDeadEnd: Bool { situation?.choices.isEmpty == true && outside.isEmpty }

  /// Looks for lanes that take too long, at this time: the others can move without them.
  mutating func lookForOutside(_ now: UInt64) -> [Effect] {
    guard isControlled, isHeld, situation == nil, !run.world.lanes.isEmpty, run.world.end == nil,
      now > max(lastEventTime, moveTime) + Self.patience
    else { return [] }
    let late = pilot.underWay
    outside.formUnion(late)
    let effects = goOnUnderControl()
    if let first = late.first, mode != .following {
      notice = StepTexts.outside(Sanitizer.line(run.world.lanes[first].name))
    }
    return effects
  }

  /// Goes on when everybody is at rest.
  private mutating func goOnUnderControl() -> [Effect] {
    if let step = pilot.finishMove() { guide?.chooser.note(step) }
    // After the last step the run is as good as finished: another key must not fall in between.
    guard run.world.end == nil else { return [] }
    let situation = pilot.situation()
    self.situation = situation
    if isDeadEnd { pilot.conclude() }
    if mode != .following { choosePlanned() }
    switch mode {
    case .following: return follow(situation)
    case .stepping(.gathering): return takeStep()
    case .stepping(.moving): mode = .paused
    case .paused, .running, .finished: break
    }
    return []
  }

  /// The next move of the schedule that the run is driven through.
  private mutating func follow(_ situation: Situation) -> [Effect] {
    if let next = guide?.chooser.next, let lane = pilot.lane(at: next.lane), outside.contains(lane)
    {
      return []
    }
    guard guide?.isOver == false, !situation.choices.isEmpty,
      let move = guide?.chooser.choose(situation), guide?.chooser.isFollowing == true,
      let lane = pilot.lane(at: move.lane)
    else {
      endFollowing()
      return []
    }
    let isReading = run.world.lanes[lane].isHeldBeforeInput
    return self.move(lane, line: isReading ? move.line ?? "" : nil)
  }

  /// The schedule leads no further.
  mutating func endFollowing() {
    guard mode == .following, let guide else { return }
    let done = plan == nil ? guide.doneNotice : SearchTexts.planDone
    notice = guide.chooser.partingAtEnd()?.text ?? done
    mode = .paused
    self.guide = nil
  }

  private mutating func takeControlledStep(_ only: LaneIndex?) -> [Effect] {
    guard let situation else { return [] }
    if let only {
      guard let option = situation[pilot.path(of: only)] else {
        return refuse(StepTexts.notHeld(run.world, only))
      }
      guard option.readiness.canMove else {
        return refuse(StepTexts.cannotMove(run.world, only, option.readiness))
      }
      return begin(only)
    }
    guard let lane = laneToMove(in: situation) else { return refuse(StepTexts.deadEnd) }
    return begin(lane)
  }

  /// The chosen lane if it can move, else, of those whose operation can happen, the one that has
  /// waited longest, else one whose time can run out.
  private func laneToMove(in situation: Situation) -> LaneIndex? {
    let lanes = run.world.lanes
    if lanes.indices.contains(chosenLane),
      situation[pilot.path(of: chosenLane)]?.readiness.canMove == true
    {
      return chosenLane
    }
    func longestHeld(_ readiness: Option.Readiness) -> LaneIndex? {
      situation.options.filter { $0.readiness == readiness }.compactMap { pilot.lane(at: $0.lane) }
        .min { lanes[$0].sinceSeq < lanes[$1].sinceSeq }
    }
    return longestHeld(.ready) ?? longestHeld(.timesOut)
  }
}

// MARK: - A run that went freely before

extension RunState {
  private mutating func takeFreeStep(_ only: LaneIndex?) -> [Effect] {
    let world = run.world
    let chosen = only ?? (world.lanes.indices.contains(chosenLane) ? chosenLane : nil)
    if let chosen, world.lanes[chosen].isUnderWay { return [] }
    if let only {
      switch world.prospect(of: only) {
      case .happens, .timesOut: return begin(only)
      case .waits: return refuse(StepTexts.cannotMove(world, only, .blocked))
      case nil: return refuse(StepTexts.notHeld(world, only))
      }
    }
    if let lane = world.nextToStep(chosen: chosen) { return begin(lane) }
    if !world.lanes.isEmpty, !world.lanes.contains(where: \.isUnderWay) {
      return refuse(RunTexts.nobodyCanMove)
    }
    return []
  }

  /// Sees whether the lane that was let go has come to its next rest.
  private mutating func settleFreeStep() {
    guard case .stepping(.moving(let lane, let since)) = mode else { return }
    // After the last step the run is as good as finished: another key must not fall in between.
    guard run.world.end == nil else { return }
    let now = run.world.lanes[lane]
    if now.sinceSeq != since, !now.isUnderWay { mode = .paused }
  }
}

extension LaneState {
  /// Whether it runs, and will come to its next gate by itself.
  var isUnderWay: Bool { activity == .running || activity == .starting }
}
