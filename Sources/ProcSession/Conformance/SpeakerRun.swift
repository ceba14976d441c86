import CProcSupport
import Glibc
import ProcModel
import ProcSystem

/// One run of a program whose words are checked (docs/protocol.md, *Checking a speaker*). Unlike a
/// ``Session`` it reads the channel as bytes, and takes nothing for granted.
final class SpeakerRun {
  private let folder: SessionFolder
  let control: ControlPage
  private let channel: EventChannel
  private var host: HostProcess
  private var scanner = ChannelScanner()
  private(set) var checker: ProtocolChecker
  /// A descriptor for the end of each process that was heard of: its number stays that process's.
  private var processes: [Int32: ObservedProcess] = [:]
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  /// Starts a program.
  ///
  /// - Parameter isHeld: whether the gates are closed from the first operation on.
  init(_ launch: Launch, isHeld: Bool) throws(SessionError) {
    folder = try SessionFolder()
    control = try ControlPage(path: folder.controlPath)
    channel = try EventChannel(path: folder.eventsPath)
    if isHeld { control.hold() }
    checker = ProtocolChecker(startTime: MonotonicClock.now, isHeld: isHeld)
    let pair = try SocketPair(SOCK_SEQPACKET)
    let pid = try HostProcess.start(launch, in: folder, Self.silentEnds(socket: pair.theirs))
    host = HostProcess(pid: pid, socket: pair.ours)
  }

  deinit { end() }

  /// Nothing to read, and nobody who reads.
  static func silentEnds(socket: consuming Descriptor) throws(SessionError) -> HostProcess.Ends {
    func null() throws(SessionError) -> Descriptor {
      let number = retrying { Glibc.open("/dev/null", O_RDWR | O_CLOEXEC) }
      guard number >= 0 else { throw SessionError(.connection) }
      return Descriptor(owning: number)
    }
    return HostProcess.Ends(
      input: try null(), output: try null(), error: try null(), socket: socket)
  }

  /// Whether the host has ended.
  var hasEnded: Bool { host.hasEnded }
  /// Whether it ended by itself, with exit code 0.
  var endedWell: Bool { host.endedWell }

  /// Takes what has come; waits for something for at most 20 ms.
  func collect() {
    var waits = [
      pollfd(fd: channel.reading.number, events: Int16(POLLIN), revents: 0),
      pollfd(fd: host.socket.number, events: Int16(POLLIN), revents: 0),
    ]
    poll(&waits, nfds_t(waits.count), 20)
    // Its end first: whatever it and the others said before is then read below.
    host.reapIfEnded()
    host.receive { checker.take($0) }
    readChannel()
  }

  private func readChannel() {
    while true {
      let count = chunk.withUnsafeMutableBytes { bytes in
        retrying { read(channel.reading.number, bytes.baseAddress, bytes.count) }
      }
      guard count > 0 else { return }
      scanner.read(Array(chunk[..<count])) { take($0) }
      if count < chunk.count { return }
    }
  }

  private func take(_ piece: ChannelScanner.Piece) {
    if case .event(let event) = piece, processes[event.pid] == nil {
      let number = proc_pidfd_open(event.pid)
      if number >= 0 { processes[event.pid] = ObservedProcess(number) }
    }
    checker.take(piece, now: MonotonicClock.now)
  }

  /// Collects until something holds, or so much time has passed.
  ///
  /// - Returns: whether it holds.
  func wait(nanoseconds: UInt64, until condition: (SpeakerRun) -> Bool) -> Bool {
    let deadline = MonotonicClock.now + nanoseconds
    while !condition(self) {
      if MonotonicClock.now > deadline { return false }
      collect()
    }
    return true
  }

  /// The processes that live, of those that have been heard of.
  var living: [Int32] {
    processes.compactMap { pid, _ in isAlive(pid) ? pid : nil }.sorted()
  }

  /// Whether a process that was heard of has not ended.
  func isAlive(_ pid: Int32) -> Bool {
    guard let number = processes[pid]?.descriptor.number else { return false }
    var wait = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, 0) == 0
  }

  /// Lets one operation of a held lane happen.
  func letGo(_ lane: ProtocolChecker.HeldLane) {
    let slot = min(lane.slot, UInt64(ControlPageLayout.slotCount - 1))
    checker.letGo(lane, owner: control.owner(ofSlot: Int(slot)))
    control.letGo(slot: lane.slot)
  }

  /// Opens the gates.
  func open() {
    checker.open()
    control.letAllGo()
  }

  /// Tells the host to end everything.
  func tellEnd() { host.tell(.end) }

  /// Goes away, as a viewer does that is killed.
  func hangUp() { shutdown(host.socket.number, Int32(SHUT_RDWR)) }

  /// The run is over, as far as its checks go.
  func finish(byItself: Bool) {
    scanner.finish { take($0) }
    checker.finish(byItself: byItself)
  }

  /// Keeps a breach that no record shows.
  func breach(_ rule: ProtocolRule, _ zh: String, _ en: String) { checker.breach(rule, zh, en) }

  /// Ends what is left.
  private func end() {
    host.tell(.end)
    let deadline = MonotonicClock.now + 1_000_000_000
    while !host.hasEnded, MonotonicClock.now < deadline { collect() }
    host.killGroup()
    for pid in living { kill(pid, SIGKILL) }
    while !host.hasEnded { collect() }
    folder.remove()
  }
}

/// The end of a process, as something that can be waited for: a dictionary holds no `Descriptor`.
private final class ObservedProcess {
  let descriptor: Descriptor

  init(_ number: Int32) { descriptor = Descriptor(owning: number) }
}
