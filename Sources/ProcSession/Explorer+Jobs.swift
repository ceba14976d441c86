import CProcSupport
import ProcModel
import ProcSchedule
import ProcSystem
import Synchronization

/// What the threads of a search do.
extension Explorer {
  func start() {
    let cpus = Self.cpus
    let jobs = max(1, request.jobs ?? cpus.count)
    state.withLock { state in
      state.jobs = jobs
      state.searching = jobs
    }
    for job in 0..<jobs {
      let cpu = cpus.isEmpty ? nil : cpus[job % cpus.count]
      do throws(SessionError) {
        try Detached.run { self.work(on: cpu) }
      } catch {
        leave(.session(error))
      }
    }
  }

  /// What a job does: run after run, until there is none left to be made.
  private func work(on cpu: Int?) {
    if let cpu { _ = proc_set_cpu(0, Int32(cpu)) }
    let runs: ControlledRuns
    do throws(SessionError) {
      runs = try ControlledRuns(request.launch, cpu: cpu) { [weak self] in
        self?.isCancelled ?? true
      }
    } catch {
      return leave(.session(error))
    }
    let undisturbed = UndisturbedRuns(runs) { self.isCancelled }
    let failure = search(undisturbed)
    if isLastToSearch(failure) { conclude(undisturbed) }
    runs.stop()
    leave()
  }

  /// Whether a run is to be given up.
  private var isCancelled: Bool {
    clock.isOver || clock.isSearchOver && state.withLock { $0.progress.phase == .searching }
  }

  /// A job has ended its search; whether all have.
  private func isLastToSearch(_ failure: ExplorerError?) -> Bool {
    state.withLock { state in
      if let failure { state.failures.append(failure) }
      state.searching -= 1
      return state.searching == 0
    }
  }

  private func search(_ runs: UndisturbedRuns) -> ExplorerError? {
    var hasSpoken = false
    while !clock.isSearchOver {
      let notices = notifier.notices
      let (scheduler, isDone) = state.withLock { state in
        let scheduler = state.search.next()
        return (scheduler, scheduler == nil && state.search.underWay == 0)
      }
      guard let scheduler else {
        if isDone { return nil }
        notifier.wait(after: notices)
        continue
      }
      let (result, execution, steering) = runs.run(scheduler)
      // Given up in the middle, it has nothing to tell.
      if clock.isSearchOver, execution.end != .complete { return nil }
      if result.run.world.mainLane != nil { hasSpoken = true }
      let failure = ExplorerError(result, runs, hasSpoken: hasSpoken)
      learn(failure == nil ? execution : .nothing, from: steering, result.run, runs)
      if let failure { return failure }
    }
    return nil
  }

  /// Takes note of what came of a run.
  private func learn(
    _ execution: Execution, from scheduler: any Scheduler, _ run: Run, _ runs: UndisturbedRuns
  ) {
    let simplicity = execution.findings.isEmpty ? nil : Simplicity(execution)
    state.withLock { state in
      state.search.learn(execution, from: scheduler)
      if let simplicity { state.witnesses.note(execution, run, simplicity) }
      state.repeated += runs.takeRepeated()
      state.restarts += runs.takeRestarts()
    }
    if simplicity != nil { clock.noteFinding() }
    notifier.notify()
  }

  /// A job could not do anything.
  private func leave(_ error: ExplorerError) {
    _ = isLastToSearch(error)
    leave()
  }

  /// A job has ended, and its program with it. When the last has, the search is over.
  private func leave() {
    let isLast = state.withLock { state in
      state.jobs -= 1
      return state.jobs == 0
    }
    if isLast { finish() }
  }

  /// The search is over: the last job finds the simplest schedules that fail.
  private func conclude(_ runs: UndisturbedRuns) {
    let time = clock.time
    let findings = state.withLock { state in
      state.progress.searchTime = time
      state.progress.ending = ending(of: state)
      state.search.stop()
      state.progress.phase = .shortening
      return state.search.findings.map { ($0, state.witnesses[$0.kind]) }
    }
    notifier.notify()
    for (place, (found, witness)) in findings.enumerated() {
      guard let witness else { continue }
      let isHurried = share(of: findings.count - place)
      var minimizer = Minimizer(found, witness, runs: runs, isHurried: isHurried)
      let minimized = minimizer.minimize()
      state.withLock { state in
        state.progress.minimized.append(minimized)
        state.progress.provingTime += minimizer.provingTime
        state.progress.shorteningTime += minimizer.shorteningTime
        state.repeated += runs.takeRepeated()
        state.restarts += runs.takeRestarts()
      }
      notifier.notify()
    }
  }

  /// Whether the time is up that one of so many findings may take.
  private func share(of count: Int) -> () -> Bool {
    let end = clock.left.map { MonotonicClock.now + $0 / UInt64(count) }
    return { [clock] in clock.isOver || end.map { MonotonicClock.now >= $0 } ?? false }
  }

  /// Why the search has ended.
  private func ending(of state: State) -> Ending {
    if state.search.isExhausted { return .exhausted }
    if clock.isStopped { return .stopped }
    if state.failures.contains(.serverGone) { return .serversLost }
    if clock.isSearchOver { return .maxTime }
    if let most = request.maxSchedules, state.search.schedules >= most { return .maxSchedules }
    return state.search.disturbed + state.search.surprises == 0 && state.search.unknown > 0
      ? .unknownKinds : .disturbed
  }

  private func finish() {
    let time = clock.time
    state.withLock { state in
      if state.progress.ending == nil { state.progress.ending = ending(of: state) }
      state.search.stop()
      // What nobody was left to shorten is told as it was met.
      for found in state.search.findings.dropFirst(state.progress.minimized.count) {
        guard let witness = state.witnesses[found.kind] else { continue }
        state.progress.minimized.append(
          MinimizedFinding(found, by: witness.execution, witness.run, isRepeated: false))
      }
      state.progress.time = time
      state.progress.phase = .over
      if state.search.schedules == 0 {
        state.progress.failure = state.failures.first { $0 != .serverGone }
      }
    }
    notifier.notify()
  }
}
