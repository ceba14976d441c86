import CProcSupport
import Glibc
public import ProcModel
public import ProcSchedule

/// Makes runs of a program under control, one after the other: in each, a chooser says who moves.
///
/// Everything happens in the calling thread, which may be any, as long as it is one at a time.
public final class ControlledRuns {
  private var session: Session
  private let launch: Launch
  private let cpu: Int?
  private let limits: Limits
  /// Whether the runs are to be given up, as another thread may say.
  private let isCancelled: @Sendable () -> Bool

  /// How long is waited for what.
  public struct Limits: Sendable, Hashable {
    /// How long a lane may take to come to its next gate, in nanoseconds, before it counts as outside
    /// the scheduler's view.
    /// A machine that is busy with other things may starve a process for a second.
    public var patience: UInt64 = 3_000_000_000
    /// The most steps of a run.
    public var steps = 100_000

    /// The usual limits.
    public init() {}
  }

  /// A run that was made.
  public struct Result: Sendable {
    /// Its steps, and what came of them.
    public let execution: Execution
    /// All that it reported.
    public let run: Run
    /// The lanes that did something outside the scheduler's view: they took too long to come to their
    /// next gate, or were killed from outside.
    public let outside: [LaneIndex]
    /// Whether the program was still there to serve runs when this one was over.
    public internal(set) var isServing = true

    /// Whether the main process was killed before it could report anything.
    var wasKilledUnborn = false

    /// Whether somebody outside the run has killed a process of it, or the server of runs.
    var wasKilled: Bool {
      !isServing || wasKilledUnborn
        || run.world.lanes.indices.contains { run.world.wasKilledFromOutside($0) }
    }
  }

  /// Starts a program that serves runs.
  ///
  /// - Parameters:
  ///   - launch: the program.
  ///   - cpu: the only CPU that its processes may use; nil: any. A handover within one CPU takes a
  ///     tenth of one between two.
  /// - Throws: ``SessionError``; then nothing is left behind.
  public init(
    _ launch: Launch, cpu: Int? = nil, limits: Limits = Limits(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(SessionError) {
    self.launch = launch
    self.cpu = cpu
    self.limits = limits
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
  func restart() throws(SessionError) {
    session.stop()
    session = try Self.serve(launch, cpu)
  }

  /// Whether the program is still there to serve runs.
  public var isServing: Bool { session.hostEndTime == nil }

  /// Makes a run; ends all its processes.
  ///
  /// - Parameter chooser: says who moves.
  public func run(_ chooser: inout any Chooser) -> Result {
    var drive = Drive(session: session, limits: limits, isCancelled: isCancelled)
    session.beginRun()
    let end = drive.follow(&chooser)
    var result = drive.result(end)
    result.isServing = isServing
    if case .signal? = session.mainEnd { result.wasKilledUnborn = result.run.trace.isEmpty }
    endRun()
    return result
  }

  /// How long a server of runs may take to end one, in nanoseconds: one that takes longer is none.
  private static let ending: UInt64 = 3_000_000_000

  private func endRun() {
    session.endRun()
    let deadline = monotonicNow() + Self.ending
    while session.isInRun, isServing {
      if monotonicNow() > deadline { return session.stop() }
      _ = session.collect(within: 100)
    }
  }

  /// Ends the program and all its processes.
  public func stop() { session.stop() }
}
