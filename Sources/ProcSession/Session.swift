import Glibc
public import ProcModel
import ProcSchedule
import ProcSystem

/// One run of a program: its processes, what they report, and the means to hold and to stop them.
///
/// A session is polled, it has no threads of its own: wait until ``descriptor`` is readable, then
/// ``collect(limit:)``. When it goes, every process of the run and the session folder go with it.
public final class Session {
  let folder: SessionFolder
  let control: ControlPage
  let poller: Poller
  var timer: DeadlineTimer
  var channel: EventChannel
  var host: HostProcess
  var watch = ProcessWatch()
  var standardOutput: RawOutput
  var standardError: RawOutput
  /// The end into which typed lines go; nil once it is closed.
  var input: Descriptor?
  /// When the host was found to have ended, nanoseconds.
  var hostEndTime: UInt64?
  /// The time of the youngest event that was collected.
  var lastEventTime: UInt64 = 0
  /// When events were collected last, nanoseconds.
  var lastNewsTime: UInt64 = 0
  /// What the processes were found to do last, and when that was, nanoseconds.
  var lastActivity: (activity: TaskActivity?, time: UInt64)?
  /// Events that were collected for the next ``collect(limit:)``.
  var waitingEvents: [Event] = []
  /// Whether the run is over, and everything that it left has been collected.
  public internal(set) var isFinished = false
  /// The pid of the main process, once the host has told it.
  public internal(set) var mainPid: Int32?
  /// How the main process ended, once the host has told it.
  public internal(set) var mainEnd: ExitStatus?
  /// Of a server of runs: how far the present run is.
  var stage = RunStage.none

  /// How long the host is given to end a run, and then the kernel, in nanoseconds.
  static let patience: UInt64 = 500_000_000

  /// Starts a program under a host of its own.
  ///
  /// - Parameters:
  ///   - launch: what to start; it must do as docs/protocol.md, *The host*, says.
  ///   - holding: whether every process is held at its first operation (``hold()``).
  ///   - isServer: whether the program serves one run after the other (``beginRun()``); else its only
  ///     run begins at once.
  ///   - roots: where to make the session folder, nil for ``SessionFolder/defaultRoots``.
  /// - Throws: ``SessionError``; then nothing is left behind.
  public init(
    _ launch: Launch, holding: Bool = false, isServer: Bool = false, in roots: [String]? = nil
  ) throws(SessionError) {
    var launch = launch
    if isServer { launch.environment[WireVariable.server] = "1" }
    if holding { launch.environment.merge(Self.steadiness) { $1 } }
    poller = try Poller()
    timer = try DeadlineTimer()
    folder = try SessionFolder(in: roots)
    control = try ControlPage(path: folder.controlPath)
    channel = try EventChannel(path: folder.eventsPath)
    if holding { control.hold() }
    let inputPair = try SocketPair(SOCK_STREAM)
    let outputPair = try SocketPair(SOCK_STREAM, passingCredentials: true)
    let errorPair = try SocketPair(SOCK_STREAM, passingCredentials: true)
    let hostPair = try SocketPair(SOCK_SEQPACKET)
    let pid = try HostProcess.start(
      launch, in: folder,
      HostProcess.Ends(
        input: inputPair.theirs, output: outputPair.theirs, error: errorPair.theirs,
        socket: hostPair.theirs))
    input = .some(inputPair.ours)
    standardOutput = RawOutput(socket: outputPair.ours, stream: 1)
    standardError = RawOutput(socket: errorPair.ours, stream: 2)
    host = HostProcess(pid: pid, socket: hostPair.ours)
    poller.add(channel.reading.number, as: .channel)
    poller.add(timer.descriptor.number, as: .timer)
    poller.add(standardOutput.socket.number, as: .output)
    poller.add(standardError.socket.number, as: .output)
    poller.add(host.socket.number, as: .hostSocket)
    if host.pidfd >= 0 { poller.add(host.pidfd, as: .hostEnd) }
  }

  deinit { stop() }

  /// Held, a program is to do the same every time, whatever it iterates over; and where it crashes,
  /// not to spend a third of a second on a report of its registers.
  private static let steadiness = [
    "SWIFT_DETERMINISTIC_HASHING": "1", "SWIFT_BACKTRACE": "enable=no",
  ]
}
