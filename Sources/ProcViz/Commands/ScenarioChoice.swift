import ProcLessons

/// A scenario and the settings of its knobs, as a command line names them.
struct ScenarioChoice: Sendable {
  let scenario: Scenario
  var knobs: KnobValues

  /// A scenario with these settings.
  init(scenario: Scenario, knobs: KnobValues) {
    self.scenario = scenario
    self.knobs = knobs
  }

  /// Understands the words of a command line that are no options of the program itself: the id of
  /// the scenario, and its knobs as `--name value` or `--name=value`.
  ///
  /// - Parameters:
  ///   - words: the words, in their order.
  ///   - settings: the values of `--set`, each `name=value`.
  init(words: [String], settings: [String] = []) throws(UsageError) {
    let (names, assignments) = Self.split(words)
    guard let id = names.first else { throw .noScenario }
    guard let scenario = Tutorial.scenario(id) else { throw .unknownScenario(id) }
    if names.count > 1 { throw .unexpected(names[1]) }
    self.scenario = scenario
    knobs = KnobValues(defaultsOf: scenario)
    for assignment in assignments { try set(assignment.name, assignment.value) }
    for setting in settings {
      guard let equals = setting.firstIndex(of: "=") else { throw .noAssignment(setting) }
      try set(String(setting[..<equals]), String(setting[setting.index(after: equals)...]))
    }
  }

  /// Sets one knob.
  private mutating func set(_ name: String, _ value: String?) throws(UsageError) {
    if value == nil, let knob = scenario.allKnobs.first(where: { $0.name == name }) {
      throw .noValue(knob)
    }
    do {
      try knobs.set(name, to: value ?? "", in: scenario)
    } catch {
      throw .knob(error)
    }
  }

  /// Separates bare words from options with their values. A bare word right behind an option is its
  /// value.
  private static func split(_ words: [String]) -> (
    names: [String], assignments: [(name: String, value: String?)]
  ) {
    var names: [String] = []
    var assignments: [(name: String, value: String?)] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-") else {
        names.append(word)
        continue
      }
      let option = word.drop { $0 == "-" }
      if let equals = option.firstIndex(of: "=") {
        let value = String(option[option.index(after: equals)...])
        assignments.append((String(option[..<equals]), value))
      } else {
        let hasValue = rest.first.map { !$0.hasPrefix("--") } ?? false
        assignments.append((String(option), hasValue ? rest.popFirst() : nil))
      }
    }
    return (names, assignments)
  }

  /// The words that a user would type: the id, and the knobs that are not at their defaults.
  var commandWords: [String] {
    let standard = KnobValues(defaultsOf: scenario)
    return [scenario.id]
      + knobs.pairs.filter { $0.value != standard[$0.name] }.flatMap { ["--\($0.name)", $0.value] }
  }

  /// The words that ``ScenarioProgram`` understands.
  var arguments: [String] {
    [scenario.id] + knobs.pairs.map { "\($0.name)=\($0.value)" }
  }
}

extension ScenarioChoice: Hashable {
  /// Scenarios are told apart by their ids.
  static func == (a: ScenarioChoice, b: ScenarioChoice) -> Bool {
    a.scenario.id == b.scenario.id && a.knobs == b.knobs
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(scenario.id)
    hasher.combine(knobs)
  }
}
