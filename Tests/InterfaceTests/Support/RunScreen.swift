import TerminalHarness

/// What the header of the run screen says; the same words in every language.
extension Screen {
  /// The states of a run.
  enum RunState: String, CaseIterable {
    case running = "RUNNING"
    case paused = "PAUSED"
    case stepping = "STEPPING"
    case finished = "FINISHED"
  }

  private var words: [String] { header.split(separator: " ").map(String.init) }

  /// The run's state, or nil where this is no run screen.
  var state: RunState? { words.lazy.compactMap(RunState.init(rawValue:)).first }

  /// Whether this scenario's run screen is shown.
  func shows(_ scenario: String) -> Bool { state != nil && words.contains(scenario) }

  /// `on` or `off`, where the scenario has that knob.
  var lock: String? {
    words.first { $0.hasPrefix("lock:") }.map { String($0.dropFirst("lock:".count)) }
  }

  /// `fork` or `spawn`.
  var startMethod: String? { words.first { $0 == "fork" || $0 == "spawn" } }

  /// How many events have come out of the channel.
  var events: Int? { number(before: ["event", "事件"]) }

  /// How many events were lost.
  var lost: Int? { number(before: ["lost", "丢失"]) }

  /// The pid beside this lane's name, or nil where there is no such lane.
  func pid(of lane: String) -> Int32? { lanes.first { $0.name == lane }?.pid }

  /// The row of this lane's line, or nil where there is no such lane.
  func row(of lane: String) -> Int? { lanes.first { $0.name == lane }?.row }

  /// The line of this lane, without its name and pid; empty where there is no such lane.
  func line(of lane: String) -> String {
    guard let found = lanes.first(where: { $0.name == lane }) else { return "" }
    let line = lines[found.row]
    guard let pid = line.firstRange(of: String(found.pid)) else { return "" }
    return String(line[pid.upperBound...])
  }

  /// What rows begin with that are a lane's: its name and its pid.
  private var lanes: [(name: String, pid: Int32, row: Int)] {
    lines.enumerated().compactMap { row, line in
      // Before the name there may be the key that moves the lane, and the sign of the chosen one.
      let words = line.drop { $0.isWholeNumber || "❯> ".contains($0) }.split(separator: " ").prefix(
        2)
      guard words.count == 2, let name = words.first, let pid = words.last.flatMap({ Int32($0) })
      else { return nil }
      return (name: String(name), pid: pid, row: row)
    }
  }

  private func number(before units: [String]) -> Int? {
    let words = words
    for index in words.indices.dropFirst() where units.contains(where: words[index].contains) {
      if let number = Int(words[index - 1].filter { $0 != "," }) { return number }
    }
    return nil
  }
}
