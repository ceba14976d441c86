import ProcModel
import ProcSchedule

/// One operation at a time: who moves, and when it has.
extension RunState {
  /// Goes on after something has happened, or time has passed: a step ends, another is taken, a
  /// schedule is followed.
  mutating func goOn(_ glance: Glance) -> [Effect] {
    steering.lookAgain = nil
    if replay != nil || isFinished { return [] }
    if run.world.mainLane == nil || steering.isControlled {
      return heed(steering.controller.look(glance))
    }
    steering.settleFreeStep()
    return takeStep()
  }

  private mutating func heed(_ standing: RunController.Standing) -> [Effect] {
    switch standing {
    case .starting(let verdict): return heed(verdict)
    case .underWay(let time):
      steering.lookAgain = time
      return []
    case .rest(let late):
      let effects = goOnUnderControl()
      if let first = late.first, steering.mode != .following {
        notice = StepTexts.outside(Sanitizer.line(run.world.lanes[first].name))
      }
      return effects
    }
  }

  /// The program has not reported anything yet.
  private mutating func heed(_ verdict: StartWatch.Verdict) -> [Effect] {
    steering.lookAgain = steering.controller.limits.interval
    switch verdict {
    case .starts: return []
    case .isSlow:
      notice = NoEvents.slow
      return []
    case .isSilent:
      fail(NoEvents.running)
      steering.lookAgain = nil
      return [.stop]
    }
  }

  /// Lets the lane go that is to make the step asked for, once that can be said.
  mutating func takeStep() -> [Effect] {
    guard case .stepping(.gathering(let only)) = steering.mode else { return [] }
    return steering.isControlled ? takeControlledStep(only) : takeFreeStep(only)
  }

  /// The lane moves: under control that is a move of the schedule.
  ///
  /// - Parameter line: what is typed for it, where it is held before it reads.
  mutating func move(_ lane: LaneIndex, line: String? = nil) -> [Effect] {
    guard case .held(let pending) = run.world.lanes[lane].activity else { return [] }
    if steering.isControlled {
      let path = steering.controller.path(of: lane)
      return heed(steering.controller.make(Move(path, line: line)), lane)
    }
    if line == nil, run.world.lanes[lane].isHeldBeforeInput {
      askForLine(lane)
      return []
    }
    steering.begin(lane)
    return steering.letGo(pending.slot, line)
  }

  /// Does what the controller answers to a move of this lane.
  private mutating func heed(_ answer: RunController.Answer, _ lane: LaneIndex) -> [Effect] {
    switch answer {
    case .letGo(let slot, let line):
      steering.begin(lane)
      return steering.letGo(slot, line)
    case .needsLine(let lane): askForLine(lane)
    case .wait, .over, .diverged: break
    }
    return []
  }

  /// The lane moves when the line that it reads has been typed.
  private mutating func askForLine(_ lane: LaneIndex) {
    steering.mode = .paused
    typing = LineEditor(purpose: .input(lane))
  }

  /// No step can be made.
  private mutating func refuse(_ reason: Localized) -> [Effect] {
    steering.mode = .paused
    notice = reason
    return []
  }
}

// MARK: - Under control

extension RunState {
  /// Goes on when everybody is at rest.
  mutating func goOnUnderControl() -> [Effect] {
    if let step = steering.controller.rest() { steering.note(step) }
    // After the last step the run is as good as finished: another key must not fall in between.
    if steering.controller.hasMainEnded { return [] }
    if steering.isDeadEnd { steering.controller.conclude() }
    if steering.mode == .following { return follow() }
    arrangement.chosen = steering.plannedLane ?? arrangement.chosen
    switch steering.mode {
    case .stepping(.gathering): return takeStep()
    case .stepping(.moving): steering.mode = .paused
    case .paused, .running, .finished, .following: break
    }
    return []
  }

  /// The next move of the schedule that the run is driven through.
  private mutating func follow() -> [Effect] {
    switch steering.chooseBySchedule() {
    case .wait(let time): steering.lookAgain = time
    case .letGo(let slot, let line): return steering.letGo(slot, line)
    case .needsLine, .over, .diverged, nil: endFollowing()
    }
    return []
  }

  /// The schedule leads no further.
  mutating func endFollowing() { notice = steering.endFollowing() ?? notice }

  /// Drives the run through the rest of the plan.
  ///
  /// - Returns: nil where there is nothing of it left, or the run is not at rest.
  mutating func followPlan() -> [Effect]? {
    guard viewpoint.past == nil, steering.followPlan() else { return nil }
    return steering.controller.point == nil ? [] : goOnUnderControl()
  }

  private mutating func takeControlledStep(_ only: LaneIndex?) -> [Effect] {
    guard let point = steering.controller.point else { return [] }
    if let only {
      guard let option = point[steering.controller.path(of: only)] else {
        return refuse(StepTexts.notHeld(run.world, only))
      }
      guard option.readiness.canMove else {
        return refuse(StepTexts.cannotMove(run.world, only, option.readiness))
      }
      return move(only)
    }
    guard let lane = steering.laneToMove(at: point, preferred: arrangement.chosen) else {
      return refuse(StepTexts.deadEnd)
    }
    return move(lane)
  }
}

// MARK: - A run that went freely before

extension RunState {
  private mutating func takeFreeStep(_ only: LaneIndex?) -> [Effect] {
    let world = run.world
    let preferred = arrangement.chosen
    let chosen = only ?? (world.lanes.indices.contains(preferred) ? preferred : nil)
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
}
