import ProcLessons
import ProcModel
import ProcSchedule
import ProcSession

/// The screen of a comparison: the same schedule without the lock and with it.
struct CompareState: Sendable {
  /// What is compared, and by which schedule.
  let comparing: Comparing
  /// How far it is.
  var stage = Stage.searching
  /// The column that is looked at.
  var column = 0
  /// The first lane shown, where not all have room.
  var firstLane = 0

  /// How far a comparison is.
  enum Stage: Sendable {
    /// Looks for a schedule that goes wrong.
    case searching
    /// Makes the two runs.
    case running
    /// Both were made.
    case over(SideBySide)
    /// It cannot be done.
    case failed(Localized)
  }

  /// A comparison that has just been asked for.
  init(_ comparing: Comparing) {
    self.comparing = comparing
    if comparing.schedule != nil { stage = .running }
  }

  /// The two runs, once they were made.
  var pair: SideBySide? { if case .over(let pair) = stage { pair } else { nil } }
}

/// A comparison that is to be made.
struct Comparing: Sendable, Hashable {
  /// The number by which later messages name it.
  let number: Int
  /// What is run first, and what follows it.
  let first: Subject
  let second: Subject
  /// The schedule of the first; nil: one that goes wrong, if one is found.
  let schedule: Schedule?
  /// The settings of the knob in which the two differ.
  let firstValue: String
  let secondValue: String
}

extension Comparing {
  /// The knob in which the two differ.
  static let knob = "lock"

  /// The comparison that suits a scenario with these settings: without the lock above, and below with
  /// the present setting, or with the next one where that is the one above. Nil where the scenario has
  /// no such knob.
  init?(number: Int, _ scenario: Scenario, _ knobs: KnobValues, schedule: Schedule?) {
    guard let knob = scenario.knobs.first(where: { $0.name == Self.knob }) else { return nil }
    let first = knob.normalized("off") ?? knob.standard
    let present = knobs[Self.knob]
    let second = present == first ? knob.neighbour(of: first, step: 1) : present
    guard first != second else { return nil }
    func subject(_ value: String) -> Subject {
      var knobs = knobs
      try? knobs.set(Self.knob, to: value, in: scenario)
      return .scenario(ScenarioChoice(scenario: scenario, knobs: knobs))
    }
    self.init(
      number: number, first: subject(first), second: subject(second), schedule: schedule,
      firstValue: first, secondValue: second)
  }
}
