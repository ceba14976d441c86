import CProcSupport
import Glibc
public import ProcModel

/// One run of a program: its processes, what they report, and the means to hold and to stop them.
///
/// A session is polled, it has no threads of its own: wait until ``descriptor`` is readable, then
/// ``collect(limit:)``. When it goes, every process of the run and the session folder go with it.
public final class Session {
  private let folder: SessionFolder
  private let control: ControlPage
  private let poller: Poller
  private let timer: DeadlineTimer
  private var channel: EventChannel
  private var host: HostProcess
  private var watch = ProcessWatch()
  private var standardOutput: RawOutput
  private var standardError: RawOutput
  /// The end into which typed lines go; nil once it is closed.
  private var input: Descriptor?
  /// Whether the last ``collect(limit:)`` took all that was there.
  private var isDrained = false
  /// When the host was found to have ended, nanoseconds.
  private var hostEndTime: UInt64?
  /// The time of the youngest event that was collected.
  private var lastEventTime: UInt64 = 0
  /// The pid of the main process, once the host has told it.
  public private(set) var mainPid: Int32?

  /// How long the host is given to end a run, and then the kernel, in nanoseconds.
  private static let patience: UInt64 = 500_000_000

  /// Starts a program under a host of its own.
  ///
  /// - Parameters:
  ///   - launch: what to start; it must do as docs/protocol.md, *The host*, says.
  ///   - roots: where to make the session folder, nil for ``SessionFolder/defaultRoots``.
  /// - Throws: ``SessionError``; then nothing is left behind.
  public init(_ launch: Launch, in roots: [String]? = nil) throws(SessionError) {
    poller = try Poller()
    timer = try DeadlineTimer()
    folder = try SessionFolder(in: roots)
    control = try ControlPage(path: folder.controlPath)
    channel = try EventChannel(path: folder.eventsPath)
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
}

// MARK: - Collecting

extension Session {
  /// A descriptor that is readable (`poll`, `POLLIN`) whenever there is something to collect.
  public var descriptor: Int32 { poller.descriptor.number }

  /// How many stretches of bytes on the channel were no records.
  public var malformedCount: Int { channel.malformedCount }

  /// Whether the run is over, and everything that it left has been collected.
  public var isFinished: Bool {
    guard let hostEndTime, isDrained else { return false }
    return watch.isSettled || monotonicNow() > hostEndTime + Self.patience
  }

  /// How far the viewer is behind the run.
  public var lag: Lag {
    let bytes = channel.backlog
    let now = monotonicNow()
    let age = bytes > 0 && lastEventTime > 0 && now > lastEventTime ? now - lastEventTime : 0
    return Lag(bytes: bytes, nanoseconds: age)
  }

  /// How far a viewer is behind.
  public struct Lag: Sendable, Hashable {
    /// Bytes of records that wait in the channel.
    public let bytes: Int
    /// The age of the last event collected while others wait, in nanoseconds; 0 where none waits.
    public let nanoseconds: UInt64
  }

  /// Takes what has come, in channel order, without waiting. What only the kernel knows (who was
  /// killed, what was printed past the library) is added to it.
  ///
  /// - Parameter limit: about how many events to take at most; more may wait then.
  public func collect(limit: Int = 65_536) -> [Event] {
    var events: [Event] = []
    // Ends first, then the channel: whatever a dead process reported is then read before its end.
    let now = monotonicNow()
    notice(poller.ready(), now: now)
    let isChannelEmpty = channel.read(limit: limit) { event in
      watch.observe(event, poller)
      events.append(event)
    }
    lastEventTime = events.last?.time ?? lastEventTime
    let isOutputEmpty = readOutput(into: &events, now: now)
    isDrained = isChannelEmpty && isOutputEmpty
    if isChannelEmpty { events += takeEnds(now: now) }
    timer.set(nextDeadline)
    return events
  }

  /// Takes note of what the poller says.
  private func notice(_ sources: [Poller.Source], now: UInt64) {
    for source in sources {
      switch source {
      case .process(let pid):
        watch.processEnded(pid, now: now)
        control.freeSlots(of: pid)
      case .hostSocket, .hostEnd: attendHost(now: now)
      case .timer: timer.clear()
      case .channel, .output: break
      }
    }
  }

  /// Hears the host, and learns of its end.
  private func attendHost(now: UInt64) {
    host.receive { packet in
      switch packet {
      case .mainStarted(let pid): mainPid = pid
      case .reaped(let pid, let status):
        watch.hostReaped(pid, status: status, now: now)
        control.freeSlots(of: pid)
      }
    }
    host.reapIfEnded()
    guard host.hasEnded, hostEndTime == nil else { return }
    hostEndTime = now
    poller.remove(host.socket.number)
    if host.pidfd >= 0 { poller.remove(host.pidfd) }
  }

  /// The events of the ends that nobody in the run reports.
  private func takeEnds(now: UInt64) -> [Event] {
    if let hostEndTime, host.endedWell || now > hostEndTime + Self.patience / 2 {
      watch.hostIsGone(now: now, code: host.endedWell ? nil : Int64(-SIGKILL))
    }
    return watch.takeDue(now: now)
  }

  /// Reads raw output into `events`: before the first event that says that its writer has ended, or
  /// else behind them all.
  private func readOutput(into events: inout [Event], now: UInt64) -> Bool {
    var texts: [Event] = []
    let isOutputEmpty = standardOutput.read(now: now) { texts.append($0) }
    let isErrorEmpty = standardError.read(now: now) { texts.append($0) }
    let which: RawOutput.Flush = hostEndTime == nil ? .due : .all
    standardOutput.flush(which, now: now) { texts.append($0) }
    standardError.flush(which, now: now) { texts.append($0) }
    for text in texts { events.insert(text, at: place(of: text, in: events)) }
    return isOutputEmpty && isErrorEmpty
  }

  /// Where a piece of output belongs among events that were read together with it.
  private func place(of text: Event, in events: [Event]) -> Int {
    events.firstIndex { event in
      switch event.kind {
      case .processExit: event.pid == text.pid
      case .processReap: event.extra == UInt64(UInt32(bitPattern: text.pid))
      default: false
      }
    } ?? events.count
  }

  /// When there will be something to collect although nothing comes.
  private var nextDeadline: UInt64? {
    let settling = isFinished ? nil : hostEndTime.map { $0 + Self.patience / 2 }
    return [watch.deadline, standardOutput.deadline, standardError.deadline, settling]
      .compactMap { $0 }.min()
  }
}

// MARK: - Holding

extension Session {
  /// Whether every process is held at its next operation.
  public var isHolding: Bool { control.isGated }

  /// Holds every process at its next operation.
  public func hold() { control.hold() }

  /// Lets all processes go on freely.
  public func letAllGo() { control.letAllGo() }

  /// Lets one operation of a held process happen.
  ///
  /// - Parameter slot: where it is held: ``PendingOperation/slot``.
  public func letGo(slot: UInt64) { control.letGo(slot: slot) }
}

// MARK: - Input

extension Session {
  /// Types a line for the process that reads standard input.
  ///
  /// - Parameter line: the line, without its end.
  /// - Throws: ``SessionError`` where nobody reads any more, or the lines typed before fill the way.
  public func type(line: String) throws(SessionError) {
    guard let socket = input?.number else { throw SessionError(.input, code: EPIPE) }
    let bytes = Array(line.utf8) + [UInt8(ascii: "\n")]
    let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
    let sent = bytes.withUnsafeBytes { buffer in
      retrying { send(socket, buffer.baseAddress, buffer.count, flags) }
    }
    guard sent == bytes.count else { throw SessionError(.input, code: sent < 0 ? errno : EAGAIN) }
  }

  /// Ends standard input: who reads it learns that no more lines will come.
  public func closeInput() { input = nil }
}

// MARK: - Stopping

extension Session {
  /// Ends every process of the run and removes the session folder; within a second, and nothing
  /// happens the second time. What the processes reported before can still be collected.
  public func stop() {
    if hostEndTime == nil {
      host.askToStop()
      waitForHost()
    }
    if hostEndTime == nil {
      host.killGroup()
      waitForHost()
    }
    folder.remove()
  }

  /// Waits for the end of the host, but not for ever.
  private func waitForHost() {
    let deadline = monotonicNow() + Self.patience
    while hostEndTime == nil {
      let now = monotonicNow()
      if now >= deadline { return }
      var waits = [pollfd(fd: host.socket.number, events: Int16(POLLIN), revents: 0)]
      if host.pidfd >= 0 {
        waits.append(pollfd(fd: host.pidfd, events: Int16(POLLIN), revents: 0))
      }
      // Without a descriptor for its end, the host is looked after every now and then.
      let limit = host.pidfd >= 0 ? (deadline - now) / 1_000_000 + 1 : 5
      poll(&waits, nfds_t(waits.count), Int32(limit))
      attendHost(now: monotonicNow())
    }
  }
}
