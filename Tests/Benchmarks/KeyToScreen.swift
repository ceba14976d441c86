/// How long a key takes to the screen.
enum KeyToScreen {
  private static let presses = 60

  /// While 10,000 events a second come in, and with a run as big as runs get.
  static func run() throws -> [Figure] { try busy() + crowded() }

  private static func busy() throws -> [Figure] {
    // 20 workers, each two events every 4 ms.
    let program = try PtyProgram(
      ["run", "counter", "--workers", "20", "--iterations", "1000", "--window-us", "4000"])
    _ = program.read(until: 2) { $0.contains(text: "help") }
    return figures("key to screen at 10,000 events a second", try times(program))
  }

  private static func crowded() throws -> [Figure] {
    let program = try PtyProgram(
      ["run", "counter", "--workers", "200", "--iterations", "250", "--window-us", "0"])
    guard program.read(until: 10, { $0.contains(text: "FINISHED") }) != nil else {
      throw BenchmarkError(description: "the run does not end")
    }
    _ = program.settle(0.3)
    return figures("key to screen, 200 lanes and 100,000 events", try times(program))
  }

  /// The times of presses of the key that changes every text on the screen, in milliseconds.
  private static func times(_ program: PtyProgram) throws -> [Double] {
    try (0..<presses).map { press in
      let word = press.isMultiple(of: 2) ? "为什么" : "why"
      let begin = Measuring.now()
      program.press("L")
      guard let time = program.read(until: 1, { $0.contains(text: word) }) else {
        throw BenchmarkError(description: "no answer to a key")
      }
      return (time - begin) * 1000
    }
  }

  private static func figures(_ what: String, _ times: [Double]) -> [Figure] {
    [(0.5, "median of \(presses)"), (0.95, "95 of 100")].map { share, name in
      let time = Measuring.percentile(share, of: times)
      return Figure(
        what: "\(what), \(name)", measured: "\(Measuring.text(time)) ms", wanted: "≤ 20 ms",
        isReached: time <= 20)
    }
  }
}
