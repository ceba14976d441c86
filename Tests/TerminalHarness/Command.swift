import CPtySupport
import Glibc

/// A program that was run to its end without a terminal.
public struct Command: Sendable {
  /// How it ended.
  public let ending: Ending
  /// What it wrote to standard output.
  public let output: String
  /// What it wrote to standard error.
  public let errors: String

  /// Runs a program (an absolute path) to its end.
  ///
  /// - Parameter input: what it can read on standard input, at most what a pipe holds (64 KiB).
  /// - Throws: ``Failure`` where it cannot be started or does not end by the deadline.
  public static func run(
    _ program: String, _ arguments: [String], input: String = "", surroundings: Surroundings,
    by deadline: Deadline = .usual
  ) throws -> Command {
    let streams = [try Pipe(), try Pipe()]
    let typed = try Pipe(holding: input)
    var pid: pid_t = 0
    let error = Child.withVectors([program] + arguments, surroundings.variables) { argv, envp in
      cpty_spawn_plain(
        typed.reading, streams[0].writing, streams[1].writing, program, argv, envp,
        surroundings.folder, &pid)
    }
    guard error == 0 else { throw Failure("cannot start \(program): errno \(error)") }
    let child = try Child(pid: pid)
    for stream in streams { stream.closeWriting() }
    try collect(streams, by: deadline)
    var waiting = pollfd(fd: child.descriptor, events: Int16(POLLIN), revents: 0)
    poll(&waiting, 1, deadline.milliseconds)
    child.reap()
    guard let ending = child.ending else { throw Failure("\(program) \(arguments) does not end") }
    return Command(ending: ending, output: streams[0].text, errors: streams[1].text)
  }

  /// Reads the streams until they have no writers any more.
  private static func collect(_ streams: [Pipe], by deadline: Deadline) throws {
    while streams.contains(where: { $0.isOpen }) {
      var waiting = streams.map { pollfd(fd: $0.reading, events: Int16(POLLIN), revents: 0) }
      guard poll(&waiting, nfds_t(waiting.count), deadline.milliseconds) > 0 else {
        throw Failure("no end of output; so far: \(streams.map(\.text))")
      }
      for (stream, state) in zip(streams, waiting) where state.revents != 0 { stream.readSome() }
    }
  }
}
