import CPtySupport
import Glibc

/// A program that runs without a terminal: its output can be awaited line by line, lines can be
/// typed for it, and signals sent to it. It is killed when this object goes.
public final class RunningCommand {
  private let child: Child
  private let program: String
  private let output: Pipe
  private let errors: Pipe
  private let input: Pipe

  /// Starts a program (an absolute path).
  public init(_ program: String, _ arguments: [String], surroundings: Surroundings) throws {
    self.program = program
    (output, errors, input) = (try Pipe(), try Pipe(), try Pipe())
    var pid: pid_t = 0
    let (reading, writing, warning) = (input.reading, output.writing, errors.writing)
    let error = Child.withVectors([program] + arguments, surroundings.variables) { argv, envp in
      cpty_spawn_plain(
        reading, writing, warning, program, argv, envp, surroundings.folder, &pid)
    }
    guard error == 0 else { throw Failure("cannot start \(program): errno \(error)") }
    child = try Child(pid: pid)
    output.closeWriting()
    errors.closeWriting()
    input.closeReading()
  }

  /// Its process id.
  public var pid: Int32 { child.pid }
  /// How it ended, if it is known to have ended.
  public var ending: Ending? { child.ending }
  /// Whether it has not ended yet.
  public var isRunning: Bool {
    child.reap()
    return child.ending == nil
  }
  /// What it has written to standard output so far.
  public var text: String { output.text }

  /// Sends it a signal.
  public func send(_ signal: Int32) { child.send(signal) }

  /// Types a line for it.
  public func type(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = bytes.withUnsafeBytes { write(input.writing, $0.baseAddress, $0.count) }
  }

  /// Ends its standard input.
  public func closeInput() { input.closeWriting() }

  /// Stops reading its standard output, as `head` does when it has seen enough.
  public func closeOutput() { output.closeReading() }

  /// Waits until its output contains `part`.
  ///
  /// - Throws: ``Failure`` with the output so far, at the deadline or at the output's end.
  public func wait(for part: String, by deadline: Deadline = .usual) throws {
    while !output.text.contains(part) {
      guard output.isOpen else { throw Failure("'\(part)' never came in: \(output.text)") }
      try readSome(by: deadline)
    }
  }

  /// Waits until it has written so many bytes more, and reads none of them.
  ///
  /// - Throws: ``Failure`` at the deadline.
  public func waitUnread(_ count: Int, by deadline: Deadline = .usual) throws {
    while output.unread < count {
      guard !deadline.hasPassed else { throw Failure("only \(output.unread) bytes come") }
      _ = poll(nil, 0, 2)
    }
  }

  /// Waits for its end, without reading anything of what it writes.
  ///
  /// - Throws: ``Failure`` at the deadline.
  public func waitForEndUnread(by deadline: Deadline = .usual) throws -> Ending {
    var waiting = pollfd(fd: child.descriptor, events: Int16(POLLIN), revents: 0)
    poll(&waiting, 1, deadline.milliseconds)
    child.reap()
    guard let ending = child.ending else { throw Failure("\(program) does not end") }
    return ending
  }

  /// Waits for its end, and for that of its output.
  public func finish(by deadline: Deadline = .usual) throws -> Command {
    closeInput()
    while output.isOpen || errors.isOpen { try readSome(by: deadline) }
    let ending = try waitForEndUnread(by: deadline)
    return Command(ending: ending, output: output.text, errors: errors.text)
  }

  private func readSome(by deadline: Deadline) throws {
    let streams = [output, errors]
    var waiting = streams.map { pollfd(fd: $0.reading, events: Int16(POLLIN), revents: 0) }
    guard poll(&waiting, nfds_t(waiting.count), deadline.milliseconds) > 0 else {
      throw Failure("nothing comes any more; so far: \(streams.map(\.text))")
    }
    for (stream, state) in zip(streams, waiting) where state.revents != 0 { stream.readSome() }
  }
}
