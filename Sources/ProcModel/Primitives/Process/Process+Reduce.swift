extension World {
  /// Processes and threads start, begin, end and are reaped.
  mutating func applyProcess(_ kind: ProcessEvent, _ event: Event, _ effect: inout Effect) {
    switch kind {
    case .start: start(event, &effect)
    case .begin: begun(event, &effect)
    case .exit: exit(event, &effect)
    case .reap: reap(event, &effect)
    case .error:
      guard let lane = effect.actor else { return }
      lanes[lane].error = Failure(type: event.detail, message: event.text)
      resume(lane)
    case .idle:
      guard let lane = effect.actor else { return }
      lanes[lane].serves = event.text
      lanes[lane].servesObject = ObjectID(rawValue: event.extra)
      resume(lane)
      effect.mayBlock = true
    case .signal: signal(event, &effect)
    case .joinWait, .joinDone, .poll: applyJoin(kind, event, &effect)
    }
  }

  private mutating func start(_ event: Event, _ effect: inout Effect) {
    resume(effect.actor)
    guard laneOfProcess[event.object] == nil else { return }
    let method = StartMethod(rawValue: event.value) ?? .fork
    let child = addLane(id: event.object, name: event.text, method: method)
    lanes[child].parent = effect.actor
    lanes[child].isDaemon = event.flags.contains(.daemon)
    effect.subject = child
    inheritEnds(child, method)
  }

  private mutating func begun(_ event: Event, _ effect: inout Effect) {
    guard let lane = effect.actor else { return }
    if event.flags.contains(.daemon) { lanes[lane].isDaemon = true }
    if lanes[lane].isAboutToBegin, let parent = lanes[lane].parent {
      effect.handover = .init(kind: .start, from: parent, seq: lanes[lane].startedSeq)
    }
    setActivity(lane, .running)
  }

  private mutating func exit(_ event: Event, _ effect: inout Effect) {
    guard let lane = effect.actor, !lanes[lane].hasEnded else { return }
    end(lane, ExitStatus(exitCode: event.value), &effect)
    effect.mayBlock = true
  }

  private mutating func reap(_ event: Event, _ effect: inout Effect) {
    if !event.isObserved { resume(effect.actor) }
    guard let child = child(of: event) else { return }
    effect.subject = child
    // It may have ended before it could report anything.
    if lanes[child].pid == 0, let pid = Int32(exactly: event.extra) { lanes[child].pid = pid }
    let isKnown = !event.flags.contains(.statusUnknown)
    end(child, isKnown ? ExitStatus(exitCode: event.value) : .unknown, &effect)
    effect.mayBlock = effect.ended
  }

  /// The child that a `process.reap` is about: by its identity, or else by its pid.
  private func child(of event: Event) -> LaneIndex? {
    if let lane = laneOfProcess[event.object] { return lane }
    return Int32(exactly: event.extra).flatMap { laneOfThread[ThreadKey(pid: $0, tid: 0)] }
  }

  private mutating func signal(_ event: Event, _ effect: inout Effect) {
    if event.object == .none {
      isClosing = isClosing || event.flags.contains(.observed)
    } else if let child = laneOfProcess[event.object] {
      lanes[child].announcedSignal = event.value
    }
    if !event.isObserved { resume(effect.actor) }
  }
}
