extension World {
  /// Processes and threads start, begin, end and are reaped.
  mutating func applyProcess(_ kind: ProcessEvent, _ event: Event, _ change: inout WorldChange) {
    switch kind {
    case .start: start(event, &change)
    case .begin: begun(event, &change)
    case .exit: exit(event, &change)
    case .reap: reap(event, &change)
    case .error:
      guard let lane = change.actor else { return }
      lanes[lane].error = Failure(type: event.detail, message: event.text)
      resume(lane)
    case .idle:
      guard let lane = change.actor else { return }
      lanes[lane].serves = event.text
      lanes[lane].servesObject = ObjectID(rawValue: event.extra)
      resume(lane)
      change.mayBlock = true
    case .signal: signal(event, &change)
    case .joinWait, .joinDone, .poll: applyJoin(kind, event, &change)
    }
  }

  private mutating func start(_ event: Event, _ change: inout WorldChange) {
    resume(change.actor)
    guard laneOfProcess[event.object] == nil else { return }
    let method = StartMethod(rawValue: event.value) ?? .fork
    let child = addLane(id: event.object, name: event.text, method: method)
    lanes[child].parent = change.actor
    lanes[child].isDaemon = event.flags.contains(.daemon)
    change.subject = child
    inheritEnds(child, method)
  }

  private mutating func begun(_ event: Event, _ change: inout WorldChange) {
    guard let lane = change.actor else { return }
    if event.flags.contains(.daemon) { lanes[lane].isDaemon = true }
    if lanes[lane].isAboutToBegin, let parent = lanes[lane].parent {
      change.handover = .init(kind: .start, from: parent, seq: lanes[lane].startedSeq)
    }
    setActivity(lane, .running)
  }

  private mutating func exit(_ event: Event, _ change: inout WorldChange) {
    guard let lane = change.actor, !lanes[lane].hasEnded else { return }
    end(lane, ExitStatus(exitCode: event.value), &change)
    change.mayBlock = true
  }

  private mutating func reap(_ event: Event, _ change: inout WorldChange) {
    if !event.isObserved { resume(change.actor) }
    guard let child = child(of: event) else { return }
    change.subject = child
    // It may have ended before it could report anything.
    if lanes[child].pid == 0, let pid = Int32(exactly: event.extra) { lanes[child].pid = pid }
    let isKnown = !event.flags.contains(.statusUnknown)
    end(child, isKnown ? ExitStatus(exitCode: event.value) : .unknown, &change)
    change.mayBlock = change.ended
  }

  /// The child that a `process.reap` is about: by its identity, or else by its pid.
  private func child(of event: Event) -> LaneIndex? {
    if let lane = laneOfProcess[event.object] { return lane }
    return Int32(exactly: event.extra).flatMap { laneOfThread[ThreadKey(pid: $0, tid: 0)] }
  }

  private mutating func signal(_ event: Event, _ change: inout WorldChange) {
    if event.object == .none {
      isClosing = isClosing || event.flags.contains(.observed)
    } else if let child = laneOfProcess[event.object] {
      lanes[child].announcedSignal = event.value
    }
    if !event.isObserved { resume(change.actor) }
  }
}
