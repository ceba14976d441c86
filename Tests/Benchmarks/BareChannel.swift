import Glibc

/// An event channel that nobody but the benchmark reads: a FIFO in a folder of its own.
final class BareChannel {
  private let scratch: Scratch
  /// The path of the FIFO.
  let path: String

  /// Makes it.
  init() throws {
    scratch = try Scratch()
    path = scratch.file("events")
    guard mkfifo(path, 0o600) == 0 else { throw BenchmarkError(description: "no FIFO") }
  }

  /// What a writer needs to know.
  var environment: [String: String] { ["PROCVIZ_CHANNEL": path] }

  /// A bare reader in C, which takes whatever comes until there are no writers any more.
  func startReader() throws -> Command.Running {
    try Command([Measuring.built("Yardstick"), "read", path]).start()
  }

  /// Opens the channel for reading, as a viewer does, and its writer's end, so that it does not end
  /// before a writer has come.
  func open() throws -> (reading: Int32, writing: Int32) {
    let reading = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    let writing = Glibc.open(path, O_WRONLY | O_CLOEXEC)
    guard reading >= 0, writing >= 0, fcntl(reading, F_SETFL, O_RDONLY) == 0 else {
      throw BenchmarkError(description: "the channel cannot be opened")
    }
    return (reading, writing)
  }
}
