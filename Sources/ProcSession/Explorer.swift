import CProcSupport
import Glibc
import ProcModel
public import ProcSchedule
import Synchronization

/// Searches the schedules of a program with real processes, in threads of its own: one for each
/// job, each with a server of runs, on a CPU that they share.
///
/// The viewer has no other threads, and starts programs by posix_spawn only, so nothing is forked
/// that a thread could have left half done.
public final class Explorer: Sendable {
  /// What is searched, and how.
  public struct Request: Sendable {
    /// The program.
    public var launch: Launch
    /// How it goes through the schedules.
    public var strategy: any Strategy
    /// The most complete runs; nil for any number.
    public var maxSchedules: Int?
    /// How long to search, in nanoseconds; nil: as long as it takes.
    public var maxTime: UInt64?
    /// How many runs are made at the same time; nil: as many as there are CPUs.
    public var jobs: Int?

    /// A search without limits.
    public init(_ launch: Launch, _ strategy: any Strategy) {
      self.launch = launch
      self.strategy = strategy
    }
  }

  /// How far a search is.
  public struct Progress: Sendable {
    /// What it is doing.
    public internal(set) var phase = Phase.searching
    /// What was tried, and what came of it.
    public internal(set) var counts = SearchCounts()
    /// What was found, as far as it has been shortened.
    public internal(set) var minimized: [MinimizedFinding] = []
    /// Why it could not go on, if so.
    public internal(set) var failure: ExplorerError?
    /// How long it has taken so far, in nanoseconds.
    public internal(set) var time: UInt64 = 0
    /// How much of that was spent on the search itself, and not on the simplest schedules.
    public internal(set) var searchTime: UInt64 = 0
  }

  /// What a search does.
  public enum Phase: Sendable, Hashable {
    case searching
    /// Finds the simplest schedules that fail.
    case shortening
    case over
  }

  /// Readable (`poll`) when the progress has changed.
  public var descriptor: Int32 { notifier.descriptor }

  let request: Request
  let state: Mutex<State>
  private let isStopped = Atomic<Bool>(false)
  /// Whether enough was tried; what was found is shortened all the same.
  private let isEnough = Atomic<Bool>(false)
  /// Whether nobody wants to know any more what was found.
  private let isAbandoned = Atomic<Bool>(false)
  /// Whether all that is left is to show what was found: that takes a few runs, and is always done.
  private let isConcluding = Atomic<Bool>(false)
  private let begin = monotonicNow()
  /// Notified when a run has come back; jobs that have none to make wait for it.
  private let notifier: Notifier

  /// What the jobs share.
  struct State: Sendable {
    var search: Search
    var progress = Progress()
    /// How many jobs search.
    var searching = 0
    /// How many jobs have a program, or are about to start one.
    var jobs = 0
    var failures: [ExplorerError] = []
    /// Runs that were made again since somebody outside had killed a process of theirs.
    var repeated = 0
  }

  /// Begins a search.
  ///
  /// - Throws: ``SessionError`` where there is no descriptor to be had.
  public init(_ request: Request) throws(SessionError) {
    notifier = try Notifier()
    self.request = request
    let search = Search(
      request.strategy, limits: Search.Limits(maxSchedules: request.maxSchedules))
    state = Mutex(State(search: search))
    start()
  }

  /// How far it is. Makes ``descriptor`` unreadable until there is something new.
  public func progress() -> Progress {
    notifier.clear()
    let now = monotonicNow()
    return state.withLock { state in
      if state.progress.phase != .over { state.progress.time = now - begin }
      if state.progress.phase == .searching { state.progress.searchTime = now - begin }
      state.progress.counts = SearchCounts(state.search, repeated: state.repeated)
      return state.progress
    }
  }

  /// Ends the search, as a limit would: what was found is still shortened.
  public func conclude() {
    isEnough.store(true, ordering: .relaxed)
    notifier.notify()
  }

  /// Ends the search, and its processes; what was found is shortened no further.
  public func stop() {
    isStopped.store(true, ordering: .relaxed)
    notifier.notify()
  }

  /// Ends the search, and its processes, at once: what was found is not even shown again.
  public func abandon() {
    isAbandoned.store(true, ordering: .relaxed)
    stop()
  }

  /// Waits until the search is over, and its processes are gone.
  public func waitUntilOver() {
    while case let notices = notifier.notices, state.withLock({ $0.progress.phase != .over }) {
      notifier.wait(after: notices)
    }
  }

  /// For threads of this module that wait for news: how many there have been, and until there are
  /// more, but not for long.
  var notices: UInt32 { notifier.notices }
  func waitForNews(after notices: UInt32) { notifier.wait(after: notices) }

  // MARK: - Jobs

  private func start() {
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
      runs = try ControlledRuns(request.launch, cpu: cpu) { [weak self] in self?.isCancelled ?? true
      }
    } catch {
      return leave(.session(error))
    }
    let failure = search(runs)
    if isLastToSearch(failure) { conclude(runs) }
    runs.stop()
    leave()
  }

  /// A job has ended its search; whether all have.
  private func isLastToSearch(_ failure: ExplorerError?) -> Bool {
    state.withLock { state in
      if let failure { state.failures.append(failure) }
      state.searching -= 1
      return state.searching == 0
    }
  }

  private func search(_ runs: ControlledRuns) -> ExplorerError? {
    while !isOver {
      let notices = notifier.notices
      let (chooser, isDone) = state.withLock { state in
        let chooser = state.search.next()
        return (chooser, chooser == nil && state.search.underWay == 0)
      }
      guard let chooser else {
        if isDone { return nil }
        notifier.wait(after: notices)
        continue
      }
      let (result, guide) = make(chooser, runs)
      // Given up in the middle, it has nothing to tell.
      if isOver, result.execution.end != .complete { return nil }
      // A run that was given up before its first event says nothing against the program.
      let failure = isOver ? nil : ExplorerError(result)
      state.withLock { state in
        state.search.learn(failure == nil ? result.execution : .nothing, from: guide)
      }
      notifier.notify()
      if let failure { return failure }
    }
    return nil
  }

  /// Makes a run. One in which somebody outside kills a process says nothing of the program, and is
  /// made again, once.
  private func make(
    _ chooser: any Chooser, _ runs: ControlledRuns
  ) -> (ControlledRuns.Result, any Chooser) {
    var guide = chooser
    let result = runs.run(&guide)
    guard result.wasKilled, !isOver else { return (result, guide) }
    if !result.isServing {
      do throws(SessionError) { try runs.restart() } catch { return (result, guide) }
    }
    state.withLock { $0.repeated += 1 }
    guide = chooser
    return (runs.run(&guide), guide)
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
  private func conclude(_ runs: ControlledRuns) {
    isConcluding.store(true, ordering: .relaxed)
    let time = monotonicNow() - begin
    state.withLock { state in
      state.progress.searchTime = time
      state.search.stop()
      state.progress.phase = .shortening
    }
    notifier.notify()
    for found in state.withLock({ $0.search.findings }) {
      let minimized = Minimizer(runs: runs) { self.isStopped.load(ordering: .relaxed) }.minimize(
        found)
      state.withLock { $0.progress.minimized.append(minimized) }
      notifier.notify()
    }
  }

  private func finish() {
    let now = monotonicNow()
    state.withLock { state in
      state.search.stop()
      // What nobody was left to shorten is told as it was found.
      for found in state.search.findings.dropFirst(state.progress.minimized.count) {
        state.progress.minimized.append(MinimizedFinding(notRepeated: found))
      }
      state.progress.time = now - begin
      state.progress.phase = .over
      if state.search.schedules == 0 { state.progress.failure = state.failures.first }
    }
    notifier.notify()
  }

  private var isCancelled: Bool {
    if isAbandoned.load(ordering: .relaxed) { return true }
    return !isConcluding.load(ordering: .relaxed) && isOver
  }

  private var isOver: Bool {
    if isStopped.load(ordering: .relaxed) || isEnough.load(ordering: .relaxed) { return true }
    guard let limit = request.maxTime else { return false }
    return monotonicNow() - begin >= limit
  }

  /// The CPUs that this program may use.
  static var cpus: [Int] {
    var numbers = [Int32](repeating: 0, count: 1024)
    let count = proc_cpus(&numbers, Int32(numbers.count))
    return numbers.prefix(Int(count)).map(Int.init)
  }
}
