import CProcSupport
import Glibc
public import ProcModel
public import ProcSchedule
import ProcSystem

/// Makes runs of a program under control, one after the other: in each, a scheduler says who moves.
///
/// Everything happens in the calling thread, which may be any, as long as it is one at a time.
public final class ControlledRuns {
  private var session: Session
  private let launch: Launch
  private let cpu: Int?
  /// Whether the runs are to be given up, as another thread may say.
  private let isCancelled: @Sendable () -> Bool

  /// A run that was made.
  public struct Result: Sendable {
    /// Its steps, and what came of them, as if nothing from outside the run had touched it.
    public let execution: Execution
    /// All that it reported.
    public let run: Run
    /// The lanes that did something outside the scheduler's view: they took too long to come to their
    /// next gate.
    public let outside: [LaneIndex]
    /// Those of them that a signal had stopped.
    let stopped: [LaneIndex]
    /// Whether the program was still there to serve runs when this one was over.
    public internal(set) var isServing = true
    /// Whether the program was killed while it served this run.
    var wasServerKilled = false
    /// Whether the main process was killed before it could report anything.
    var wasKilledUnborn = false

    /// What came of it, if something from outside may have touched it: nothing that counts.
    var disturbedExecution: Execution {
      Execution(
        steps: execution.steps, remaining: execution.remaining, end: .disturbed,
        heldBack: execution.heldBack, hasUnknownKinds: execution.hasUnknownKinds)
    }

    /// A run that could not even be begun.
    static let none = Result(
      execution: .nothing, run: Run(), outside: [], stopped: [], isServing: false)
  }

  /// Starts a program that serves runs.
  ///
  /// - Parameters:
  ///   - launch: the program.
  ///   - cpu: the only CPU that its processes may use; nil: any. A handover within one CPU takes a
  ///     tenth of one between two.
  /// - Throws: ``SessionError``; then nothing is left behind.
  public init(
    _ launch: Launch, cpu: Int? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(SessionError) {
    self.launch = launch
    self.cpu = cpu
    self.isCancelled = isCancelled
    session = try Self.serve(launch, cpu)
  }

  private static func serve(_ launch: Launch, _ cpu: Int?) throws(SessionError) -> Session {
    let session = try Session(launch, holding: true, isServer: true)
    if let cpu { _ = proc_set_cpu(session.host.pid, Int32(cpu)) }
    return session
  }

  /// Starts the program anew.
  ///
  /// - Throws: ``SessionError``.
  private func restart() throws(SessionError) {
    session.stop()
    session = try Self.serve(launch, cpu)
    restarts += 1
  }

  /// How often the program was started anew, since it had ended, or would not end a run.
  private(set) var restarts = 0

  /// Whether the program is still there to serve runs.
  public var isServing: Bool { session.hostEndTime == nil }

  /// Makes a run; ends all its processes. Where the program is not there any more, or does not get
  /// the run before to its end, it is started anew.
  ///
  /// - Parameter scheduler: says who moves.
  /// - Returns: the run; ``Result/none`` where the program could not be started.
  public func run(_ scheduler: inout any Scheduler) -> Result {
    if !session.isReadyForRun {
      do throws(SessionError) { try restart() } catch { return .none }
    }
    guard session.beginRun() else { return .none }
    var made = SearchedRun(session: session, isCancelled: isCancelled)
    let end = made.follow(&scheduler)
    var result = made.result(end)
    if case .signal? = session.mainEnd { result.wasKilledUnborn = result.run.trace.isEmpty }
    result.isServing = isServing && endRun()
    result.wasServerKilled = session.host.wasKilled
    return result
  }

  /// How long a server of runs may take to end one, in nanoseconds: one that takes longer is stopped.
  private static let ending: UInt64 = 3_000_000_000
  /// The same, where nobody wants another run.
  private static let hurriedEnding: UInt64 = 100_000_000

  /// Ends the run, and the program with it where it does not do so in time.
  ///
  /// - Returns: whether the program did what it had to do.
  private func endRun() -> Bool {
    session.endRun()
    let begin = MonotonicClock.now
    while session.isInRun, isServing {
      let limit = isCancelled() ? Self.hurriedEnding : Self.ending
      if MonotonicClock.now - begin > limit {
        session.stop()
        // In a hurry it had no time to do it.
        return isCancelled()
      }
      _ = session.collect(within: 50)
    }
    return isServing
  }

  /// Ends the program and all its processes.
  public func stop() { session.stop() }
}
