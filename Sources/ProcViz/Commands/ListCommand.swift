import ArgumentParser
import Glibc
import ProcLessons
import ProcModel

/// `procviz list`: lessons, scenarios, knobs, allowed values and defaults.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List lessons, scenarios and their knobs.")

  @OptionGroup var common: CommonOptions

  @Flag(help: "As one JSON object.")
  var json = false

  func run() throws {
    let text =
      json
      ? Catalogue.json(Tutorial.scenarios).text + "\n"
      : Catalogue.text(Tutorial.scenarios, common.language)
    // A reader that has seen enough (`| head`) is no failure.
    signal(SIGPIPE, SIG_DFL)
    print(text, terminator: "")
    guard fflush(nil) == 0 else { throw ExitCode(Outcome.failed.rawValue) }
  }
}

/// The tutorial as a list.
enum Catalogue {
  /// For people.
  static func text(_ scenarios: [Scenario], _ language: Language) -> String {
    var lines: [String] = []
    for lesson in Lesson.allCases {
      lines.append("\(lesson.rawValue)  \(lesson.title[language])")
      for scenario in scenarios where scenario.lesson == lesson {
        lines.append("   \(scenario.id): \(scenario.title[language])")
        lines += scenario.allKnobs.map { "      \(line($0, language))" }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// One knob: its name, what is allowed, and what it is for.
  private static func line(_ knob: Knob, _ language: Language) -> String {
    let standard = Localized(zh: "默认 \(knob.standard)", en: "default \(knob.standard)")
    return "--\(knob.name) (\(knob.allowed); \(standard[language]))  \(knob.help[language])"
  }

  /// For scripts.
  static func json(_ scenarios: [Scenario]) -> JSONText {
    let lessons = Lesson.allCases.map { lesson in
      JSONText.object([
        ("number", .number(lesson.rawValue)),
        ("title", localized(lesson.title)),
        ("scenarios", .array(scenarios.filter { $0.lesson == lesson }.map(scenario))),
      ])
    }
    return .object([("version", .string(procvizVersion)), ("lessons", .array(lessons))])
  }

  private static func scenario(_ scenario: Scenario) -> JSONText {
    .object([
      ("id", .string(scenario.id)),
      ("title", localized(scenario.title)),
      ("look_for", localized(scenario.lookFor)),
      ("knobs", .array(scenario.allKnobs.map(knob))),
    ])
  }

  private static func knob(_ knob: Knob) -> JSONText {
    .object([
      ("name", .string(knob.name)),
      ("help", localized(knob.help)),
      allowed(knob.domain),
      ("default", .string(knob.standard)),
    ])
  }

  private static func allowed(_ domain: Knob.Domain) -> (String, JSONText) {
    switch domain {
    case .choice(let words): ("values", .array(words.map { .string($0) }))
    case .integer(let range, _):
      ("range", .array([.number(range.lowerBound), .number(range.upperBound)]))
    case .decimal(let range, _):
      ("range", .array([.decimal(range.lowerBound), .decimal(range.upperBound)]))
    }
  }

  private static func localized(_ text: Localized) -> JSONText {
    .object([("zh", .string(text.zh)), ("en", .string(text.en))])
  }
}
