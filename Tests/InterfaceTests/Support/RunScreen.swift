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
  func pid(of lane: String) -> Int32? {
    for line in lines {
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(where: { $0 == lane }), index + 1 < words.count else {
        continue
      }
      if let pid = Int32(words[index + 1]) { return pid }
    }
    return nil
  }

  private func number(before units: [String]) -> Int? {
    let words = words
    for index in words.indices.dropFirst() where units.contains(where: words[index].contains) {
      if let number = Int(words[index - 1].filter { $0 != "," }) { return number }
    }
    return nil
  }
}
