import Glibc
import ProcModel

/// How long it takes from the start of the program with a recording to its first complete screen.
enum Opening {
  private static let lanes = 64
  private static let rounds = 9

  static func run() throws -> [Figure] {
    try [(1_000_000, "1 M"), (10_000_000, "10 M")].map { events, name in
      let scratch = try Scratch()
      let file = scratch.file("recording")
      try record(events, to: file)
      let times = try Samples(rounds: rounds) { try open(file) }
      return Figure(
        what: "first complete screen of a recording of \(name) events, median of \(rounds)",
        measured: times.text(unit: " ms"), wanted: "< 200 ms", isReached: times.median < 200)
    }
  }

  /// Writes a recording as `--record` does.
  private static func record(_ events: Int, to path: String) throws {
    guard let file = fopen(path, "w") else {
      throw BenchmarkError(description: "\(path) cannot be written")
    }
    var encoder = RecordingEncoder(
      RecordingHeader(program: "benchmark", subject: .program(["records"])))
    write(encoder.bytes, to: file)
    encoder.removeAll()
    LaneTrace.write(events: events, lanes: lanes) { fwrite($0.baseAddress, 1, $0.count, file) }
    encoder.close(RecordingClosing(.byItself))
    write(encoder.bytes, to: file)
    guard ferror(file) == 0, fclose(file) == 0 else {
      throw BenchmarkError(description: "\(path): the disk is full")
    }
  }

  private static func write(_ bytes: [UInt8], to file: UnsafeMutablePointer<FILE>) {
    fwrite(bytes, 1, bytes.count, file)
  }

  private static func open(_ file: String) throws -> Double {
    let program = try PtyProgram(["replay", file])
    guard let time = program.read(until: 20, { $0.contains(text: "help") }) else {
      throw BenchmarkError(description: "no screen came")
    }
    return (time - program.start) * 1000
  }
}
