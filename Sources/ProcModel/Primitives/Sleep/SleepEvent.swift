/// The kinds of events of: sleeping.
public enum SleepEvent: Sendable, Hashable, CaseIterable {
  /// `sleep.begin`
  case begin
  /// `sleep.end`
  case end
}

extension SleepEvent {
  /// The row of the kind.
  var facts: KindFacts {
    switch self {
    case .begin:
      KindFacts(
        name: "sleep.begin", words: Localized(zh: "休眠", en: "sleeps"), family: .sleep,
        role: .pause, completedBy: .sleepEnd, standsInLine: false, gate: .happens,
        object: .any, footprint: .nothing, onlyLooks: false, isPrivate: true,
        mark: nil, label: .nothing, caption: .text, comparedBy: .own(.value), isFoundByValue: false)
    case .end:
      KindFacts(
        name: "sleep.end", words: Localized(zh: "醒来", en: "wakes up"), family: .sleep,
        role: .pause, completedBy: nil, standsInLine: false, gate: .happens,
        object: .any, footprint: .nothing, onlyLooks: false, isPrivate: true,
        mark: nil, label: .nothing, caption: .text, comparedBy: .nothing, isFoundByValue: false)
    }
  }
}
