import ProcLessons
import ProcModel

/// What a run is called in a summary: what ran, and the settings of its knobs.
struct RunLabel: Sendable {
  let target: SummaryJSON.WhatRan
  let knobs: [(name: String, value: String)]

  /// The label of what runs here.
  init(_ subject: Subject) { self.init(subject.recorded) }

  /// The label of what was recorded.
  init(_ subject: RecordedSubject) {
    switch subject {
    case .scenario(let id, let knobs):
      target = .scenario(id)
      self.knobs = knobs.map { (name: $0.name, value: $0.value) }
    case .program(let words):
      target = .program(words)
      knobs = []
    }
  }
}

extension Subject {
  /// What a recording says of it.
  var recorded: RecordedSubject {
    switch self {
    case .scenario(let choice):
      .scenario(
        choice.scenario.id,
        knobs: choice.knobs.pairs.map { RecordedKnob($0.name, $0.value) })
    case .program(let words): .program(words)
    case .foreign(let foreign):
      .scenario(
        foreign.name, knobs: foreign.knobs.pairs.map { RecordedKnob($0.name, $0.value) })
    }
  }
}

extension OutputFormat {
  /// How a run is told in this format.
  func report(_ label: RunLabel, _ language: Language) -> any Report {
    switch self {
    case .text: TextReport(language: language)
    case .jsonl: JSONReport(label: label, language: language)
    }
  }
}
