import CProcSupport
import Glibc
public import ProcModel
import ProcSystem

extension Session {
  /// A descriptor that is readable (`poll`, `POLLIN`) whenever there is something to collect.
  public var descriptor: Int32 { poller.descriptor.number }

  /// How many stretches of bytes on the channel were no records.
  public var malformedCount: Int { channel.malformedCount }

  /// How far the viewer is behind the run.
  public var lag: Lag {
    let bytes = channel.backlog
    let now = MonotonicClock.now
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

  /// Takes what has come, in channel order. What only the kernel knows (who was killed, what was
  /// printed past the library) is added to it.
  ///
  /// - Parameters:
  ///   - limit: about how many events to take at most; more may wait then.
  ///   - milliseconds: how long to wait at most where nothing has come; −1: without limit.
  public func collect(limit: Int = 65_536, within milliseconds: Int32 = 0) -> [Event] {
    var events = waitingEvents
    waitingEvents = []
    // Ends first, then the channel: whatever a dead process reported is then read before its end.
    let sources = poller.ready(within: events.isEmpty ? milliseconds : 0)
    let now = MonotonicClock.now
    let news = notice(sources, now: now)
    let isChannelEmpty =
      !news.isOnChannel
      || channel.read(limit: limit) { event in
        watch.observe(event, poller)
        events.append(event)
      }
    lastEventTime = events.last?.time ?? lastEventTime
    if !events.isEmpty { lastNewsTime = now }
    let isOutputEmpty = !news.isInOutput || readOutput(into: &events, now: now)
    if isChannelEmpty { events += watch.takeEnds(now: now) }
    if isChannelEmpty, isOutputEmpty, stage == .ending {
      events += watch.takeAllEnds(presuming: nil, now: now)
      stage = .over
    }
    if isChannelEmpty, isOutputEmpty, isOver(now: now) {
      let code = host.endedWell ? nil : Int64(-SIGKILL)
      events += watch.takeAllEnds(presuming: code, now: now)
      isFinished = true
    }
    timer.set(nextDeadline)
    return events
  }

  /// Takes what was printed past the library up to now, incomplete lines included. For whoever knows
  /// that nobody prints at the moment: then it is the same every time.
  public func collectOutput() -> [Event] {
    var events: [Event] = []
    let now = MonotonicClock.now
    _ = standardOutput.read(now: now) { events.append($0) }
    _ = standardError.read(now: now) { events.append($0) }
    standardOutput.flush(.all, now: now) { events.append($0) }
    standardError.flush(.all, now: now) { events.append($0) }
    return events
  }

  /// Where there is something to be read.
  private struct News {
    var isOnChannel = false
    var isInOutput = false
  }

  /// Takes note of what the poller says. Whoever has ended may have left something behind.
  private func notice(_ sources: [Poller.Source], now: UInt64) -> News {
    var news = News()
    for source in sources {
      switch source {
      case .channel: news.isOnChannel = true
      case .output: news.isInOutput = true
      case .process, .hostSocket, .hostEnd, .timer: news = News(isOnChannel: true, isInOutput: true)
      }
    }
    if hostEndTime != nil { news = News(isOnChannel: true, isInOutput: true) }
    for source in sources {
      switch source {
      case .process(let pid):
        // Held, a parent that does not look would never be let go to look.
        watch.processEnded(pid, now: now, grace: isHolding ? 0 : ProcessWatch.grace)
        control.freeSlots(of: pid)
      case .hostSocket, .hostEnd: attendHost(now: now)
      case .timer: timer.clear()
      case .channel, .output: break
      }
    }
    return news
  }

  /// Hears the host, and learns of its end.
  func attendHost(now: UInt64) {
    // Its end first: then nothing can come behind the packets that are read now.
    host.reapIfEnded()
    host.receive { packet in
      switch packet {
      case .mainStarted(let pid): mainPid = pid
      case .reaped(let pid, let status):
        watch.hostReaped(pid, status: status)
        if pid == mainPid { mainEnd = ExitStatus(exitCode: Int64(proc_exit_code(status))) }
        control.freeSlots(of: pid)
      case .runOver: if stage == .running { stage = .ending }
      }
    }
    guard host.hasEnded, hostEndTime == nil else { return }
    hostEndTime = now
    poller.remove(host.socket.number)
    if host.pidfd >= 0 { poller.remove(host.pidfd) }
  }

  /// Whether nothing will come any more: a host that ends by itself has left nobody behind; where it
  /// was killed, the others were killed by us, and are given a moment to end.
  private func isOver(now: UInt64) -> Bool {
    guard let hostEndTime else { return false }
    return host.endedWell || watch.areAllDead || now > hostEndTime + Self.patience / 2
  }

  /// Reads raw output into `events`: before the first event that says that its writer has ended, or
  /// else behind them all.
  private func readOutput(into events: inout [Event], now: UInt64) -> Bool {
    var texts: [Event] = []
    let isOutputEmpty = standardOutput.read(now: now) { texts.append($0) }
    let isErrorEmpty = standardError.read(now: now) { texts.append($0) }
    let isEnding = hostEndTime != nil || stage == .ending
    let which: RawOutput.Flush = isEnding ? .all : .due
    standardOutput.flush(which, now: now) { texts.append($0) }
    standardError.flush(which, now: now) { texts.append($0) }
    for text in texts { events.insert(text, at: place(of: text, in: events)) }
    return isOutputEmpty && isErrorEmpty
  }

  /// Where a piece of output belongs among events that were read together with it.
  private func place(of text: Event, in events: [Event]) -> Int {
    events.firstIndex { event in
      event.kind == .processExit && event.pid == text.pid
        || event.kind == .processReap && event.extra == UInt64(UInt32(bitPattern: text.pid))
    } ?? events.count
  }

  /// When there will be something to collect although nothing comes.
  private var nextDeadline: UInt64? {
    let settling = isFinished ? nil : hostEndTime.map { $0 + Self.patience / 2 }
    return [watch.deadline, standardOutput.deadline, standardError.deadline, settling]
      .compactMap { $0 }.min()
  }
}
