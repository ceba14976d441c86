import ArgumentParser
import Glibc
import ProcLessons

/// `procviz __complete WORD…`: what the last word can become, one candidate a line. The shells'
/// completion scripts ask it, so that they always know the scenarios and knobs that there are.
struct CompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "__complete", abstract: "Candidates for shell completion.", shouldDisplay: false)

  @Argument(parsing: .captureForPassthrough)
  var words: [String] = []

  func run() {
    let words = words.first == "--" ? Array(words.dropFirst()) : words
    for candidate in Completion.candidates(for: words) { print(candidate) }
  }
}

/// What a command line can be completed with.
enum Completion {
  private static let common = ["--lang", "--ascii", "--no-color", "--help"]

  /// The candidates for the last of `words`, which are those behind `procviz`.
  static func candidates(for words: [String]) -> [String] {
    let prefix = words.last ?? ""
    return all(behind: words.dropLast()).filter { $0.hasPrefix(prefix) }
  }

  /// Everything that can stand behind these words.
  private static func all(behind words: ArraySlice<String>) -> [String] {
    switch words.last {
    case "--lang": return ["zh", "en"]
    case "--format": return ["text", "jsonl"]
    default: break
    }
    switch words.first {
    case "run": return behindRun(Array(words.dropFirst()))
    case "list": return common + ["--json"]
    default: return ["run", "list", "--version"] + common
    }
  }

  private static func behindRun(_ words: [String]) -> [String] {
    let scenario = words.lazy.compactMap(Tutorial.scenario).first
    let options = common + ["--headless", "--format", "--set"]
    guard let scenario else { return Tutorial.scenarios.map(\.id) + options }
    if words.last == "--set" { return scenario.allKnobs.map { "\($0.name)=" } }
    if let knob = scenario.allKnobs.first(where: { "--\($0.name)" == words.last }) {
      return values(of: knob)
    }
    return scenario.allKnobs.map { "--\($0.name)" } + options
  }

  private static func values(of knob: Knob) -> [String] {
    if case .choice(let words) = knob.domain { return words }
    return [knob.standard]
  }
}
