import Glibc
import ProcModel
import ProcSystem

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

extension Session {
  /// Ends every process of the run and removes the session folder; within a second, and nothing
  /// happens the second time. What the processes reported before can still be collected.
  public func stop() {
    if hostEndTime == nil {
      // What happened before is told before.
      waitingEvents += collect()
      waitingEvents.append(
        Event(
          .processSignal, pid: getpid(), time: MonotonicClock.now, value: Int64(SIGKILL),
          flags: .observed))
      host.tell(.end)
      host.wake()
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
    let deadline = MonotonicClock.now + Self.patience
    while hostEndTime == nil {
      let now = MonotonicClock.now
      if now >= deadline { return }
      var waits = [pollfd(fd: host.socket.number, events: Int16(POLLIN), revents: 0)]
      if host.pidfd >= 0 {
        waits.append(pollfd(fd: host.pidfd, events: Int16(POLLIN), revents: 0))
      }
      // Without a descriptor for its end, the host is looked after every now and then.
      let limit = host.pidfd >= 0 ? (deadline - now) / 1_000_000 + 1 : 5
      poll(&waits, nfds_t(waits.count), Int32(limit))
      attendHost(now: MonotonicClock.now)
    }
  }
}
