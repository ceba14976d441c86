import ProcLessons
import ProcModel

/// The tutorial as a list.
enum Catalogue {
  /// For people.
  static func text(_ scenarios: [Scenario], _ language: Language) -> SafeOutput {
    var lines: [String] = []
    for lesson in Lesson.allCases {
      lines.append("\(lesson.rawValue)  \(lesson.title[language])")
      for scenario in scenarios where scenario.lesson == lesson {
        lines.append("   \(scenario.id): \(scenario.title[language])")
        lines += scenario.allKnobs.map { "      \(line($0, language))" }
      }
    }
    return SafeOutput(lines: lines)
  }

  /// One knob: its name, what is allowed, and what it is for.
  private static func line(_ knob: Knob, _ language: Language) -> String {
    let standard = Localized(zh: "默认 \(knob.standard)", en: "default \(knob.standard)")
    return "--\(knob.name) (\(knob.allowed); \(standard[language]))  \(knob.help[language])"
  }

  /// For scripts: an object with `version` and `lessons`.
  static func json(_ scenarios: [Scenario]) -> SafeOutput {
    var json = JSONWriter()
    json.beginObject()
    json.key("version")
    json.value(procvizVersion)
    json.key("lessons")
    json.beginArray()
    for lesson in Lesson.allCases { write(lesson, scenarios, &json) }
    json.endArray()
    json.endObject()
    json.newline()
    return SafeOutput(json: json)
  }

  private static func write(_ lesson: Lesson, _ scenarios: [Scenario], _ json: inout JSONWriter) {
    json.beginObject()
    json.key("number")
    json.value(lesson.rawValue)
    json.key("title")
    json.value(lesson.title)
    json.key("scenarios")
    json.beginArray()
    for scenario in scenarios where scenario.lesson == lesson { write(scenario, &json) }
    json.endArray()
    json.endObject()
  }

  private static func write(_ scenario: Scenario, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.value(scenario.id)
    json.key("title")
    json.value(scenario.title)
    json.key("look_for")
    json.value(scenario.lookFor)
    json.key("knobs")
    json.beginArray()
    for knob in scenario.allKnobs { write(knob, &json) }
    json.endArray()
    json.endObject()
  }

  /// A knob: `values` are the words that it can be, `range` its least and its most.
  private static func write(_ knob: Knob, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("name")
    json.value(knob.name)
    json.key("help")
    json.value(knob.help)
    json.key("default")
    json.value(knob.standard)
    switch knob.domain {
    case .choice(let words):
      json.key("values")
      json.beginArray()
      for word in words { json.value(word) }
    case .integer(let range, _):
      json.key("range")
      json.beginArray()
      for bound in [range.lowerBound, range.upperBound] { json.value(bound) }
    case .decimal(let range, _):
      json.key("range")
      json.beginArray()
      for bound in [range.lowerBound, range.upperBound] { json.value(number: String(bound)) }
    }
    json.endArray()
    json.endObject()
  }
}
