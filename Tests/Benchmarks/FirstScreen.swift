/// From the start of the program to its first complete screen.
enum FirstScreen {
  private static let runs = 30

  static func run() throws -> [Figure] {
    try [("the menu", []), ("the run screen", ["run", "lock"])].map { name, arguments in
      var times: [Double] = []
      for _ in 0..<runs {
        let program = try PtyProgram(arguments)
        // The bottom line, which names the keys, is drawn last.
        guard let time = program.read(until: 2, { $0.contains(text: "help") }) else {
          throw BenchmarkError(description: "no screen came")
        }
        times.append((time - program.start) * 1000)
      }
      let median = Measuring.percentile(0.5, of: times)
      return Figure(
        what: "first complete screen, \(name), median of \(runs) starts",
        measured: "\(Measuring.text(median)) ms", wanted: "≤ 20 ms", isReached: median <= 20)
    }
  }
}
