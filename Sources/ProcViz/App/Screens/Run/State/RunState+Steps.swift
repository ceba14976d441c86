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
    scheduleReplay = nil
    typingLane = nil
    controller.release()
  }

  /// Goes on after something has happened, or time has passed: a step ends, another is taken, a
  /// schedule is followed.
  mutating func goOn(_ glance: Glance) -> [Effect] {
    lookAgain = nil
    if replay != nil || mode == .finished { return [] }
    if run.world.mainLane == nil || isControlled { return heed(controller.look(glance)) }
    settleFreeStep()
    return takeStep()
  }

  private mutating func heed(_ standing: RunController.Standing) -> [Effect] {
    switch standing {
    case .starting(let verdict): return heed(verdict)
    case .underWay(let time):
      lookAgain = time
      return []
    case .rest(let late):
      let effects = goOnUnderControl()
      if let first = late.first, mode != .following {
        notice = StepTexts.outside(Sanitizer.line(run.world.lanes[first].name))
      }
      return effects
    }
  }

  /// The program has not reported anything yet.
  private mutating func heed(_ verdict: StartWatch.Verdict) -> [Effect] {
    lookAgain = controller.limits.interval
    switch verdict {
    case .starts: return []
    case .isSlow:
      notice = NoEvents.slow
      return []
    case .isSilent:
      fail(NoEvents.running)
      lookAgain = nil
      return [.stop]
    }
  }

  /// Lets the lane go that is to make the step asked for, once that can be said.
  mutating func takeStep() -> [Effect] {
    guard case .stepping(.gathering(let only)) = mode else { return [] }
    return isControlled ? takeControlledStep(only) : takeFreeStep(only)
  }

  /// The lane moves: under control that is a move of the schedule.
  ///
  /// - Parameter line: what is typed for it, where it is held before it reads.
  mutating func move(_ lane: LaneIndex, line: String? = nil) -> [Effect] {
    guard case .held(let pending) = run.world.lanes[lane].activity else { return [] }
    if isControlled {
      return heed(controller.make(Move(controller.path(of: lane), line: line)), lane)
    }
    if line == nil, run.world.lanes[lane].isHeldBeforeInput {
      askForLine(lane)
      return []
    }
    begin(lane)
    return letGo(pending.slot, line)
  }

  /// Does what the controller answers to a move of this lane.
  private mutating func heed(_ answer: RunController.Answer, _ lane: LaneIndex) -> [Effect] {
    switch answer {
    case .letGo(let slot, let line):
      begin(lane)
      return letGo(slot, line)
    case .needsLine(let lane): askForLine(lane)
    case .wait, .over, .diverged: break
    }
    return []
  }

  private mutating func begin(_ lane: LaneIndex) {
    mode = .stepping(.moving(lane, since: run.world.lanes[lane].sinceSeq))
  }

  private mutating func letGo(_ slot: UInt64, _ line: String?) -> [Effect] {
    if isControlled { lookAgain = controller.limits.interval }
    return (line.map { [Effect.type($0)] } ?? []) + [.letGo(slot: slot)]
  }

  /// The lane moves when the line that it reads has been typed.
  private mutating func askForLine(_ lane: LaneIndex) {
    mode = .paused
    typing = LineEditor(purpose: .input)
    typingLane = lane
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
  /// Whether nobody can move any more, though somebody has not ended: the run is over.
  var isDeadEnd: Bool { controller.isDeadEnd }

  /// Goes on when everybody is at rest.
  mutating func goOnUnderControl() -> [Effect] {
    if let step = controller.rest() { scheduleReplay?.note(step) }
    // After the last step the run is as good as finished: another key must not fall in between.
    if controller.hasMainEnded { return [] }
    if isDeadEnd { controller.conclude() }
    if mode == .following { return follow() }
    choosePlanned()
    switch mode {
    case .stepping(.gathering): return takeStep()
    case .stepping(.moving): mode = .paused
    case .paused, .running, .finished, .following: break
    }
    return []
  }

  /// The next move of the schedule that the run is driven through.
  private mutating func follow() -> [Effect] {
    guard var scheduleReplay, !scheduleReplay.isOver else {
      endFollowing()
      return []
    }
    let answer = controller.choose(&scheduleReplay)
    self.scheduleReplay = scheduleReplay
    switch answer {
    case .wait(let time): lookAgain = time
    case .letGo(let slot, let line): return letGo(slot, line)
    case .needsLine, .over, .diverged: endFollowing()
    }
    return []
  }

  /// The schedule leads no further.
  mutating func endFollowing() {
    guard mode == .following, let scheduleReplay else { return }
    let done = plan == nil ? scheduleReplay.doneNotice : SearchTexts.planDone
    notice = scheduleReplay.scheduler.divergenceAtEnd()?.text ?? done
    mode = .paused
    self.scheduleReplay = nil
  }

  private mutating func takeControlledStep(_ only: LaneIndex?) -> [Effect] {
    guard let point = controller.point else { return [] }
    if let only {
      guard let option = point[controller.path(of: only)] else {
        return refuse(StepTexts.notHeld(run.world, only))
      }
      guard option.readiness.canMove else {
        return refuse(StepTexts.cannotMove(run.world, only, option.readiness))
      }
      return move(only)
    }
    guard let lane = laneToMove(at: point) else { return refuse(StepTexts.deadEnd) }
    return move(lane)
  }

  /// The chosen lane if it can move, else, of those whose operation can happen, the one that has
  /// waited longest, else one whose time can run out.
  private func laneToMove(at point: SchedulePoint) -> LaneIndex? {
    let lanes = run.world.lanes
    if lanes.indices.contains(chosenLane),
      point[controller.path(of: chosenLane)]?.readiness.canMove == true
    {
      return chosenLane
    }
    func longestHeld(_ readiness: Option.Readiness) -> LaneIndex? {
      point.options.filter { $0.readiness == readiness }.compactMap { controller.lane(at: $0.lane) }
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
      case .happens, .timesOut: return move(only)
      case .waits: return refuse(StepTexts.cannotMove(world, only, .blocked))
      case nil: return refuse(StepTexts.notHeld(world, only))
      }
    }
    if let lane = world.nextToStep(chosen: chosen) { return move(lane) }
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
