import Glibc

/// A run that `procviz __frames` has made of records, and drawn.
struct DrawnRun {
  /// How many events it has.
  private(set) var events = 0
  /// The seconds of CPU that reading and reducing took.
  private(set) var seconds = 0.0
  /// By how many bytes the program has grown with the run, and the most that it ever had.
  private(set) var memory = 0
  private(set) var highest = 0
  /// The milliseconds that each frame took.
  private(set) var frames: [Double] = []
  /// The milliseconds that each move in time took, without the frame after it.
  private(set) var moves: [Double] = []

  /// Has a run drawn.
  ///
  /// - Parameter records: hands the records over to its argument, in pieces.
  init(frames count: Int, _ records: ((UnsafeRawBufferPointer) -> Void) throws -> Void) throws {
    let scratch = try Scratch()
    let output = scratch.file("frames")
    let words = [try Measuring.built("procviz"), "__frames", "\(count)"]
    let line = "\(words.map(Command.quoted).joined(separator: " ")) > \(Command.quoted(output))"
    guard let input = popen(line, "w") else {
      throw BenchmarkError(description: "cannot start \(line)")
    }
    try records { fwrite($0.baseAddress, 1, $0.count, input) }
    // The end of the input is the end of the run; then it is drawn.
    guard pclose(input) == 0 else { throw BenchmarkError(description: "\(line) has failed") }
    for line in Measuring.text(of: output).split(separator: "\n") { take(line) }
    guard events > 0, frames.count == count else {
      throw BenchmarkError(description: "\(line): \(events) events, \(frames.count) frames")
    }
  }

  /// One of the lines that `__frames` prints: a word and a number.
  private mutating func take(_ line: Substring) {
    let words = line.split(separator: " ")
    guard words.count == 2, let number = Double(words[1]) else { return }
    switch words[0] {
    case "events": events = Int(number)
    case "seconds": seconds = number
    case "memory": memory = Int(number)
    case "highest": highest = Int(number)
    case "frame": frames.append(number / 1e6)
    case "move": moves.append(number / 1e6)
    default: break
    }
  }
}
