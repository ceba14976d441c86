/// What the viewer needs while nothing happens.
enum Idle {
  private static let seconds = 5.0

  static func run() throws -> [Figure] {
    let cases: [(String, [String], String)] = [
      ("the menu", [], ""), ("a run that is paused", ["run", "lock"], " "),
      ("a run that has finished", ["run", "counter"], ""),
    ]
    return try cases.map { name, arguments, key in
      let program = try PtyProgram(arguments)
      _ = program.settle(0.5)
      program.press(key)
      _ = program.settle(0.5)
      let before = Measuring.cpu(of: program.pid)
      let begin = Measuring.now()
      while Measuring.now() - begin < seconds { _ = program.read(until: 0.5) { _ in true } }
      let share = (Measuring.cpu(of: program.pid) - before) / (Measuring.now() - begin) * 100
      return Figure(
        what: "CPU of the idle viewer, \(name)", measured: "\(Measuring.text(share)) %",
        wanted: "< 1 %", isReached: share < 1)
    }
  }
}
