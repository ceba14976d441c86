/// The first complete screen beside that of htop, both on a terminal of 120×36.
enum ScreenBesideHtop {
  private static let rounds = 20

  static func run() throws -> [Figure] {
    guard let htop = Command.find("htop") else {
      return [
        Figure(
          what: "first screen beside htop's", measured: "left out: there is no htop")
      ]
    }
    // Either's bottom line names its keys, and is drawn last.
    let pairs = try Pairs(rounds: rounds) {
      try milliseconds(PtyProgram([]), until: "help")
    } theirs: {
      try milliseconds(PtyProgram([], program: htop), until: "Quit")
    }
    return [
      Figure(
        what: "first complete screen, ms, ours; htop's; median of \(rounds)",
        measured: "\(pairs.ours.text()); \(pairs.theirs.text())"),
      Figure(
        what: "the same as a share of htop's time", measured: pairs.ratios.text(decimals: 2),
        wanted: "≤ 0.25", isReached: pairs.ratios.median <= 0.25),
    ]
  }

  private static func milliseconds(_ program: PtyProgram, until word: String) throws -> Double {
    guard let time = program.read(until: 5, { $0.contains(text: word) }) else {
      throw BenchmarkError(description: "no screen came")
    }
    return (time - program.start) * 1000
  }
}
