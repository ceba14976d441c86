import Glibc
import ProcLessons

/// What a command line can be completed with.
enum Completion {
  private static let common = ["--lang", "--ascii", "--no-color", "--help"]
  private static let recording = ["--record", "--force"]
  private static let search = [
    "--strategy", "--max-schedules", "--max-seconds", "--seed", "--jobs", "--json",
  ]

  /// The candidates for the last of `words`, which are those behind `procviz`.
  static func candidates(for words: [String]) -> [String] {
    let prefix = words.last ?? ""
    let before = words.dropLast()
    if before.contains("--") { return paths(beginningWith: prefix) }
    return all(behind: before, prefix).filter { $0.hasPrefix(prefix) }
  }

  /// Everything that can stand behind these words.
  private static func all(behind words: ArraySlice<String>, _ prefix: String) -> [String] {
    switch words.last {
    case "--lang": return ["zh", "en"]
    case "--format" where words.first == "export": return ExportFormat.allCases.map(\.rawValue)
    case "--format": return ["text", "jsonl"]
    case "--record", "--output", "-o": return paths(beginningWith: prefix)
    case "--schedule", "--max-schedules", "--max-seconds", "--seed", "--jobs": return []
    default: break
    }
    let rest = Array(words.dropFirst())
    switch words.first {
    case "run":
      return behindRun(
        rest, options: ["--headless", "--format", "--schedule"] + recording + ["--stream"])
    case "explore": return behindRun(rest, options: search + recording)
    case "list": return common + ["--json"]
    case "replay":
      return paths(beginningWith: prefix) + common + [
        "--play", "--speed", "--headless", "--format",
      ]
    case "view", "diff": return paths(beginningWith: prefix) + common
    case "export":
      return paths(beginningWith: prefix) + common + ["--format", "--output", "--force"]
    default:
      return ["run", "replay", "view", "export", "diff", "explore", "list", "--version"] + common
    }
  }

  /// What can stand behind `run`, and behind `explore`: a scenario, its knobs, and `options`; or `--`
  /// and a program.
  private static func behindRun(_ words: [String], options: [String]) -> [String] {
    let scenario = words.lazy.compactMap(Tutorial.scenario).first
    let strategies = StrategyName.allCases.map(\.rawValue)
    let isSearch = options.contains("--strategy")
    let options = common + options + ["--set"]
    guard let scenario else {
      if isSearch, words.last == "--strategy" { return strategies }
      return Tutorial.scenarios.map(\.id) + options + ["--"]
    }
    if words.last == "--set" { return scenario.allKnobs.map { "\($0.name)=" } }
    let knob = scenario.allKnobs.first { "--\($0.name)" == words.last }
    let isStrategy = isSearch && words.last == "--strategy"
    if knob != nil || isStrategy {
      return (knob.map { values(of: $0) } ?? []) + (isStrategy ? strategies : [])
    }
    return scenario.allKnobs.map { "--\($0.name)" }.filter { !options.contains($0) } + options
  }

  private static func values(of knob: Knob) -> [String] {
    if case .choice(let words) = knob.domain { return words }
    return [knob.standard]
  }

  /// The files and folders that a word can become (glob(3)).
  private static func paths(beginningWith prefix: String) -> [String] {
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
