/// How long a key takes to the screen while 10,000 events a second come in.
enum KeyToScreen {
  private static let presses = 60

  static func run() throws -> [Figure] {
    // 20 workers, each two events every 4 ms.
    let program = try PtyProgram(
      ["run", "counter", "--workers", "20", "--iterations", "1000", "--window-us", "4000"])
    _ = program.read(until: 2) { $0.contains(text: "help") }
    var times: [Double] = []
    for press in 0..<presses {
      let word = press.isMultiple(of: 2) ? "为什么" : "why"
      let begin = Measuring.now()
      program.press("L")
      guard let time = program.read(until: 1, { $0.contains(text: word) }) else {
        throw BenchmarkError(description: "no answer to a key")
      }
      times.append((time - begin) * 1000)
    }
    let (median, late) = (
      Measuring.percentile(0.5, of: times), Measuring.percentile(0.95, of: times)
    )
    return [
      Figure(
        what: "key to screen at 10,000 events a second, median of \(presses)",
        measured: "\(Measuring.text(median)) ms", wanted: "≤ 20 ms", isReached: median <= 20),
      Figure(
        what: "the same, 95 of 100", measured: "\(Measuring.text(late)) ms", wanted: "≤ 20 ms",
        isReached: late <= 20),
    ]
  }
}
