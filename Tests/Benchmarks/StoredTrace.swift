import Glibc
import ProcModel

/// The records of a real run, as they came out of the channel.
struct StoredTrace {
  /// What the run was.
  let name: String
  /// The records, one after the other.
  let bytes: [UInt8]

  /// Has `RuntimeFixture` do something `count` times, and keeps what it reports.
  init(_ name: String, _ program: String, count: Int) throws {
    self.name = name
    let channel = try BareChannel()
    let ends = try channel.open()
    defer { close(ends.reading) }
    let running = try Command(
      [Measuring.built("RuntimeFixture"), program, "fork", "\(count)"],
      environment: channel.environment
    ).start()
    bytes = try Self.readAll(ends)
    _ = try running.numbers()
  }

  /// Reads until the last writer has gone; the own end is closed once the first byte has come.
  private static func readAll(_ ends: (reading: Int32, writing: Int32)) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var isFirst = true
    while true {
      let count = read(ends.reading, &chunk, chunk.count)
      if isFirst { close(ends.writing) }
      isFirst = false
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    guard !bytes.isEmpty else { throw BenchmarkError(description: "nothing was reported") }
    return bytes
  }

  /// Hands the events to `body`, one after the other.
  func forEach(_ body: (Event) -> Void) {
    var reader = RecordReader()
    let length = 1 << 18
    bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: length) {
        let end = min(start + length, bytes.count)
        reader.read(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), body)
      }
    }
  }

  /// All events.
  var events: [Event] {
    var events: [Event] = []
    forEach { events.append($0) }
    return events
  }
}
