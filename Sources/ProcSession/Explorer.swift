import CProcSupport
import Glibc
import ProcModel
public import ProcSchedule
import ProcSystem
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
    /// How long all of it may take, shortening included, in nanoseconds; nil: as long as it takes.
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
    /// How much was spent on repeating what was found.
    public internal(set) var provingTime: UInt64 = 0
    /// How much was spent on making its schedules simpler.
    public internal(set) var shorteningTime: UInt64 = 0
    /// Why the search has ended; nil while it goes on.
    public internal(set) var ending: Ending?
  }

  /// Why a search has ended.
  public enum Ending: Sendable, Hashable {
    /// Every schedule that matters was tried.
    case exhausted
    /// It has made as many runs as it may.
    case maxSchedules
    /// Its time was up.
    case maxTime
    /// The user has ended it.
    case stopped
    /// The program that serves the runs was ended from outside again and again.
    case serversLost
    /// All that could be tried was, but something from outside has disturbed some of the runs.
    case disturbed
    /// All that could be tried was, but some runs had events of kinds that are not known here.
    case unknownKinds
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
  let clock: SearchClock
  /// Notified when a run has come back; jobs that have none to make wait for it.
  let notifier: Notifier

  /// What the jobs share.
  struct State: Sendable {
    var search: Search
    var progress = Progress()
    /// How many jobs search.
    var searching = 0
    /// How many jobs have a program, or are about to start one.
    var jobs = 0
    var failures: [ExplorerError] = []
    /// Runs that were made again since something from outside had touched them.
    var repeated = 0
    /// How often the program was started anew.
    var restarts = 0
    /// The simplest runs with what was found.
    var witnesses = FindingWitnesses()
  }

  /// Begins a search.
  ///
  /// - Throws: ``SessionError`` where there is no descriptor to be had.
  public init(_ request: Request) throws(SessionError) {
    notifier = try Notifier()
    self.request = request
    clock = SearchClock(maxTime: request.maxTime)
    let search = Search(
      request.strategy, limits: Search.Limits(maxSchedules: request.maxSchedules))
    state = Mutex(State(search: search))
    start()
  }

  /// How far it is. Makes ``descriptor`` unreadable until there is something new.
  public func progress() -> Progress {
    notifier.clear()
    let time = clock.time
    return state.withLock { state in
      if state.progress.phase != .over { state.progress.time = time }
      if state.progress.phase == .searching { state.progress.searchTime = time }
      state.progress.counts = SearchCounts(
        state.search, repeated: state.repeated, restarts: state.restarts)
      return state.progress
    }
  }

  /// Ends the search, as a limit would: what was found is still shortened.
  public func conclude() {
    clock.endSearch()
    notifier.notify()
  }

  /// Ends the search, as a limit would: what was found is shortened, but all of it is over in time.
  ///
  /// - Parameter time: how long it may take, in nanoseconds.
  public func conclude(within time: UInt64) {
    clock.endSearch()
    clock.limit(to: time)
    notifier.notify()
  }

  /// Ends the search, and its processes, at once: what was found is told as it was met.
  public func stop() { conclude(within: 0) }

  /// Waits until the search is over, and its processes are gone.
  public func waitUntilOver() {
    while case let notices = notifier.notices, state.withLock({ $0.progress.phase != .over }) {
      notifier.wait(after: notices)
    }
  }

  /// The same, but not for longer than `time`, in nanoseconds.
  ///
  /// - Returns: whether it is over.
  public func waitUntilOver(within time: UInt64) -> Bool {
    let deadline = MonotonicClock.now + time
    while case let notices = notifier.notices, state.withLock({ $0.progress.phase != .over }) {
      if MonotonicClock.now >= deadline { return false }
      notifier.wait(after: notices)
    }
    return true
  }

  /// For threads of this module that wait for news: how many there have been, and until there are
  /// more, but not for long.
  var notices: UInt32 { notifier.notices }
  func waitForNews(after notices: UInt32) { notifier.wait(after: notices) }

  /// The CPUs that this program may use.
  static var cpus: [Int] {
    var numbers = [Int32](repeating: 0, count: 1024)
    let count = proc_cpus(&numbers, Int32(numbers.count))
    return numbers.prefix(Int(count)).map(Int.init)
  }
}
