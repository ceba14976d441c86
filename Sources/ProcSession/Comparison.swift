import ProcModel
public import ProcSchedule
import ProcSystem
import Synchronization

/// Makes two runs by the same schedule, one after the other, in a thread of its own: the same program
/// with two settings, say.
public final class Comparison: Sendable {
  /// What is compared.
  public struct Request: Sendable {
    /// The program that is run first.
    public var first: Launch
    /// The one that follows the first one's schedule, as far as it fits.
    public var second: Launch
    /// The schedule of the first, as far as it fits; nil: one that goes wrong, if a short search
    /// finds one, else the order in which nobody is interrupted.
    public var schedule: Schedule?
    /// How long that search takes at most, in nanoseconds.
    public var searchTime: UInt64 = 1_000_000_000

    /// Compares `first` with `second`.
    public init(_ first: Launch, _ second: Launch, schedule: Schedule? = nil) {
      self.first = first
      self.second = second
      self.schedule = schedule
    }
  }

  /// One of the two runs.
  public struct Side: Sendable {
    /// The run.
    public let result: ControlledRuns.Result
    /// Of each of its steps, the place of the move in the schedule that was followed; nil: it came
    /// after all of them.
    public let places: [Int?]

    /// A run, and how it followed its schedule.
    public init(result: ControlledRuns.Result, places: [Int?]) {
      self.result = result
      self.places = places
    }
  }

  /// Where the schedule of the first run comes from.
  public enum Origin: Sendable, Hashable {
    /// It was given.
    case given
    /// A search has found that it goes wrong.
    case found
    /// Nobody is interrupted as long as he can move.
    case plain
  }

  /// How far a comparison is.
  public enum Progress: Sendable {
    /// Looks for a schedule that goes wrong.
    case searching
    /// Makes the runs.
    case running
    /// Both were made; the second has followed the schedule of the first.
    case over(Side, Side, Origin)
    /// It cannot be done.
    case failed(ExplorerError)
    /// It was given up.
    case stopped
  }

  /// Readable (`poll`) when the progress has changed.
  public var descriptor: Int32 { notifier.descriptor }

  private let request: Request
  private let notifier: Notifier
  private let state: Mutex<State>

  private struct State: Sendable {
    var progress: Progress
    var explorer: Explorer?
    var isStopped = false
    var isOver = false
  }

  /// Begins a comparison.
  ///
  /// - Throws: ``SessionError`` where there is no descriptor or thread to be had.
  public init(_ request: Request) throws(SessionError) {
    self.request = request
    notifier = try Notifier()
    state = Mutex(State(progress: request.schedule == nil ? .searching : .running))
    try Detached.run { self.work() }
  }

  /// How far it is. Makes ``descriptor`` unreadable until there is something new.
  public func progress() -> Progress {
    notifier.clear()
    return state.withLock { $0.progress }
  }

  /// Gives it up.
  public func stop() {
    state.withLock { state in
      state.isStopped = true
      state.explorer?.stop()
    }
    notifier.notify()
  }

  /// Waits until it is over, and its processes are gone.
  public func waitUntilOver() {
    while case let notices = notifier.notices, !isOver { notifier.wait(after: notices) }
  }

  /// The same, but not for longer than `time`, in nanoseconds.
  ///
  /// - Returns: whether it is over.
  public func waitUntilOver(within time: UInt64) -> Bool {
    let deadline = MonotonicClock.now + time
    while case let notices = notifier.notices, !isOver {
      if MonotonicClock.now >= deadline { return false }
      notifier.wait(after: notices)
    }
    return true
  }

  /// Whether it is over, and its processes are gone.
  public var isOver: Bool { state.withLock { $0.isOver } }

  // MARK: - In the thread

  private func work() {
    var progress: Progress
    do throws(ExplorerError) {
      let (schedule, origin) = try schedule()
      report(.running)
      let first = try run(request.first, by: schedule)
      let second = try run(request.second, by: first.result.execution.schedule)
      progress = .over(first, second, origin)
    } catch {
      progress = .failed(error)
    }
    if isStopped { progress = .stopped }
    state.withLock { state in
      state.progress = progress
      state.isOver = true
    }
    notifier.notify()
  }

  private func report(_ progress: Progress) {
    state.withLock { $0.progress = progress }
    notifier.notify()
  }

  private var isStopped: Bool { state.withLock { $0.isStopped } }

  private func run(_ launch: Launch, by schedule: Schedule) throws(ExplorerError) -> Side {
    let cpu = Explorer.cpus.first
    let runs: ControlledRuns
    do throws(SessionError) {
      runs = try ControlledRuns(launch, cpu: cpu) { [weak self] in self?.isStopped ?? true }
    } catch {
      throw .session(error)
    }
    defer { runs.stop() }
    let undisturbed = UndisturbedRuns(runs) { self.isStopped }
    let (result, _, scheduler) = undisturbed.run(AlignedReplayScheduler(schedule))
    let hasSpoken = result.run.world.mainLane != nil
    if !isStopped, let error = ExplorerError(result, undisturbed, hasSpoken: hasSpoken) {
      throw error
    }
    return Side(result: result, places: (scheduler as? AlignedReplayScheduler)?.places ?? [])
  }

  /// The schedule for the first run, and where it comes from.
  private func schedule() throws(ExplorerError) -> (Schedule, Origin) {
    if let schedule = request.schedule { return (schedule, .given) }
    let progress = try search()
    if let minimized = progress.minimized.first(where: { !$0.found.kind.isPredictive }) {
      return (minimized.minimal, .found)
    }
    return (Schedule(), .plain)
  }

  /// Looks for a schedule that goes wrong, and shortens it.
  private func search() throws(ExplorerError) -> Explorer.Progress {
    let explorer: Explorer
    do throws(SessionError) {
      var search = Explorer.Request(request.first, DPORStrategy())
      search.maxTime = request.searchTime
      explorer = try Explorer(search)
    } catch {
      throw .session(error)
    }
    state.withLock { $0.explorer = explorer }
    if isStopped { explorer.stop() }
    while case let notices = explorer.notices, case let progress = explorer.progress(),
      progress.phase != .over
    {
      if progress.counts.findings.contains(where: { !$0.kind.isPredictive }) { explorer.conclude() }
      explorer.waitForNews(after: notices)
    }
    let progress = explorer.progress()
    if let failure = progress.failure { throw failure }
    return progress
  }
}
