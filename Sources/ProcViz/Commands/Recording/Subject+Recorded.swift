import ProcLessons
import ProcModel

/// Something that ran elsewhere, and that nothing here starts: a scenario that is not known here, or
/// any program. Its words come from a file, and are made safe to show.
struct ForeignSubject: Sendable, Hashable {
  /// The scenario's id, or the command line.
  let name: String
  /// Its settings.
  let knobs: KnobValues

  init(_ subject: RecordedSubject) {
    switch subject {
    case .scenario(let id, let knobs):
      name = Sanitizer.line(id)
      self.knobs = KnobValues(
        unchecked: knobs.map { (Sanitizer.line($0.name), Sanitizer.line($0.value)) })
    case .program(let words):
      name = Sanitizer.line(words.joined(separator: " "))
      knobs = KnobValues()
    }
  }
}

extension Subject {
  /// What was recorded. A scenario that is here as well, with all of its knobs, can be run anew; a
  /// program that a file names is never started.
  init(recorded: RecordedSubject) {
    if case .scenario(let id, let knobs) = recorded, let scenario = Tutorial.scenario(id) {
      var values = KnobValues(defaultsOf: scenario)
      let isKnown = knobs.allSatisfy { knob in
        (try? values.set(knob.name, to: knob.value, in: scenario)) != nil
      }
      if isKnown {
        self = .scenario(ScenarioChoice(scenario: scenario, knobs: values))
        return
      }
    }
    self = .foreign(ForeignSubject(recorded))
  }
}
