import Glibc
import ProcLessons

/// What a command line can be completed with. Commands, options and values are those that the commands
/// declare; scenarios and knobs those that there are.
enum Completion {
  /// The candidates for the last of `words`, which are those behind `procviz`.
  static func candidates(for words: [String]) -> [String] {
    let prefix = words.last ?? ""
    let before = words.dropLast()
    if before.contains("--") { return paths(beginningWith: prefix) }
    return all(behind: Array(before), prefix).filter { $0.hasPrefix(prefix) }
  }

  /// Everything that can stand behind these words.
  private static func all(behind words: [String], _ prefix: String) -> [String] {
    guard let command = words.first.flatMap(CommandFacts.named) else {
      if let values = CommandFacts.named("")?.values(behind: words.last, nil, prefix) {
        return values
      }
      return CommandFacts.all.map(\.name).filter { !$0.isEmpty } + options(of: "")
    }
    let takesScenario = command.option("--set") != nil
    let scenario = takesScenario ? words.dropFirst().lazy.compactMap(Tutorial.scenario).first : nil
    if let values = command.values(behind: words.last, scenario, prefix) { return values }
    let options = options(of: command.name)
    guard takesScenario else {
      return (command.takesFile ? paths(beginningWith: prefix) : []) + options
    }
    guard let scenario else { return Tutorial.scenarios.map(\.id) + options + ["--"] }
    return scenario.allKnobs.map { "--\($0.name)" }.filter { !options.contains($0) } + options
  }

  /// The options of a command. What only `procviz` itself is asked for stands there.
  private static func options(of command: String) -> [String] {
    let options = CommandFacts.named(command)?.options.map(\.longName) ?? []
    return command.isEmpty ? options : options.filter { $0 != "--version" }
  }

  /// The files and folders that a word can become (glob(3)).
  static func paths(beginningWith prefix: String) -> [String] {
    let plain = prefix.reduce(into: "") { pattern, character in
      if "*?[\\".contains(character) { pattern.append("\\") }
      pattern.append(character)
    }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(plain + "*", GLOB_MARK, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { index in
      found.gl_pathv[index].map { String(cString: $0) }
    }
  }
}

extension CommandFacts {
  /// What can stand behind an option or a knob; nil where that is no value of it.
  fileprivate func values(
    behind word: String?, _ scenario: Scenario?, _ prefix: String
  ) -> [String]? {
    guard let word, word.hasPrefix("-") else { return nil }
    let knob = scenario?.allKnobs.first { "--\($0.name)" == word }
    let option = option(word)
    if option?.valueName == nil, knob == nil { return nil }
    // A scenario may have a knob of the same name.
    return (knob?.candidates ?? []) + (option?.candidates(scenario, prefix) ?? [])
  }
}

extension OptionFacts {
  /// What its value can be.
  fileprivate func candidates(_ scenario: Scenario?, _ prefix: String) -> [String] {
    switch valueName {
    case "file": Completion.paths(beginningWith: prefix)
    case "strategy": StrategyName.allCases.map(\.rawValue)
    case "name=value": scenario?.allKnobs.map { "\($0.name)=" } ?? []
    default: values
    }
  }
}

extension Knob {
  fileprivate var candidates: [String] {
    if case .choice(let words) = domain { return words }
    return [standard]
  }
}
