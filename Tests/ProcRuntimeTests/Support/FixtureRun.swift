import CProcSupport
import Glibc
import ProcModel

/// One run of the fixture program, watched as a viewer does: with a channel, and if the test wants
/// it, a control page or a host.
final class FixtureRun {
  /// What a viewer can provide.
  struct Options {
    /// Whether there is a channel.
    var isWatched = true
    /// Whether there is a control page; closed from the start.
    var isGated = false
    /// Whether the first process is a host.
    var isHosted = false
  }

  /// How the fixture failed to do what a test waited for.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// All events so far, in channel order.
  private(set) var events: [Event] = []
  /// The pid of the process that was started.
  let pid: Int32
  /// The gates, if there are any.
  let gates: GatePage?
  /// The viewer's end of the host's socket; −1 without a host.
  private(set) var hostSocket: Int32 = -1

  private let folder: Folder
  private var reader = RecordReader()
  private var channel: Int32
  private var standardInput: Int32
  private var standardOutput: Int32
  private let process: Int32
  private var output: [UInt8] = []
  /// How long anything may take before the test fails.
  private let deadline = now() + 60_000_000_000

  /// Starts the fixture.
  init(_ program: String, _ arguments: [String] = [], _ options: Options = Options()) throws {
    folder = try Folder()
    gates = options.isGated ? try GatePage(at: folder.path + "/control") : nil
    mkfifo(folder.path + "/events", 0o600)
    channel = open(folder.path + "/events", O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    let launch = try Launch(program, arguments, options, folder: folder.path)
    pid = launch.pid
    standardInput = launch.standardInput
    standardOutput = launch.standardOutput
    hostSocket = launch.hostSocket
    process = proc_pidfd_open(pid)
  }

  deinit {
    // The fixture leads a group of its own, which is gone if all is well.
    kill(-pid, SIGKILL)
    var status: Int32 = 0
    waitpid(pid, &status, 0)
    for descriptor in [channel, standardInput, standardOutput, hostSocket, process]
    where descriptor >= 0 {
      close(descriptor)
    }
  }

  /// Reads on until the events so far satisfy a condition.
  func wait(_ what: String, until condition: ([Event]) -> Bool) throws {
    while !condition(events) {
      guard try readOn() else {
        throw Failure(description: "ended before: \(what); events:\n\(EventList.text(events))")
      }
    }
  }

  /// Reads on to the end of the run.
  ///
  /// - Returns: everything that came out of it.
  func finish() throws -> Outcome {
    while try readOn() {}
    var status: Int32 = 0
    waitpid(pid, &status, 0)
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
    return Outcome(
      events: events, malformed: reader.malformedCount, exitCode: code,
      output: String(decoding: output, as: UTF8.self))
  }

  /// Writes to the fixture's standard input.
  func type(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { write(standardInput, $0.baseAddress, $0.count) }
  }

  /// Ends the fixture's standard input.
  func endInput() {
    close(standardInput)
    standardInput = -1
  }

  /// Stops reading the channel, like a viewer that has ended.
  func closeChannel() {
    close(channel)
    channel = -1
  }

  /// Closes the host's socket, like a viewer that has ended.
  func closeHostSocket() {
    close(hostSocket)
    hostSocket = -1
  }

  /// Whether the first process has ended (and not been waited for).
  var hasEnded: Bool { isReadable(process) }

  /// Waits until the first process has ended, and reads nothing.
  func waitForEnd() throws {
    var request = pollfd(fd: process, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, 60_000) == 1 else { throw Failure(description: "it does not end") }
  }

  /// Waits until there is something to read, and reads it.
  ///
  /// - Returns: false at the end: the process has ended and no process has the channel open.
  private func readOn() throws -> Bool {
    // Asked once: it could end between two questions, and nothing would wake who waits below.
    let hasEnded = hasEnded
    // An untraced program, or one that failed early, never opens the channel.
    if hasEnded, channel >= 0, !isReadable(channel) { closeChannel() }
    var requests = [channel, standardOutput, hasEnded ? -1 : process].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    if requests.allSatisfy({ $0.fd < 0 }) { return false }
    let left = Int64(deadline) - Int64(now())
    guard left > 0, poll(&requests, 3, Int32(left / 1_000_000) + 1) > 0 else {
      throw Failure(description: "too slow; events so far:\n\(EventList.text(events))")
    }
    if requests[0].revents != 0 { readChannel() }
    if requests[1].revents != 0 { readOutput() }
    return true
  }

  private func readChannel() {
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer in
      let count = read(channel, buffer.baseAddress, buffer.count)
      if count > 0 {
        reader.read(UnsafeRawBufferPointer(rebasing: buffer[..<count])) { events.append($0) }
      } else if count == 0 {
        closeChannel()
      }
    }
  }

  private func readOutput() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(standardOutput, &buffer, buffer.count)
    if count > 0 {
      output += buffer[..<count]
    } else {
      close(standardOutput)
      standardOutput = -1
    }
  }

  private func isReadable(_ descriptor: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }
}

/// What came out of a run.
struct Outcome {
  let events: [Event]
  let malformed: Int
  /// The exit code of the first process, or −N for signal N.
  let exitCode: Int32
  /// What it wrote to standard output and standard error.
  let output: String

  /// The texts of its notes.
  var notes: [String] { events.filter { $0.kind == .note }.map(\.text) }
  /// What it printed, watched.
  var printed: [String] { events.filter { $0.kind == .output }.map(\.text) }
  /// The lines that it printed, unwatched.
  var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// Nanoseconds of the monotonic clock.
func now() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
