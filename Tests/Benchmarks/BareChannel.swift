import Glibc

/// An event channel that only the benchmark reads: a FIFO in a folder of its own.
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

  /// Starts a bare reader in C, lets `body` write to the channel, and returns its result and the
  /// numbers of the reader: bytes, and seconds.
  func readInC<Result>(while body: () throws -> Result) throws -> (Result, [Double]) {
    let reader = try Command([Measuring.built("Yardstick"), "read", path]).start()
    let result: Result
    do {
      // A process that opens the channel before it has a reader runs untraced.
      let writing = try openForWriting()
      defer { close(writing) }
      result = try body()
    }
    return (result, try reader.numbers())
  }

  /// Waits until there is a reader.
  private func openForWriting() throws -> Int32 {
    let deadline = Measuring.now() + 10
    while Measuring.now() < deadline {
      let writing = Glibc.open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
      if writing >= 0 { return writing }
      usleep(200)
    }
    throw BenchmarkError(description: "nobody reads")
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
