/// The kinds of events of: conditions.
public enum ConditionEvent: Sendable, Hashable, CaseIterable {
  /// `condition.wait`
  case wait
  /// `condition.wake`
  case wake
  /// `condition.notify`
  case notify
  /// `condition.timeout`
  case timeout
}

extension ConditionEvent {
  /// The row of the kind.
  var facts: KindFacts {
    switch self {
    case .wait:
      KindFacts(
        name: "condition.wait",
        words: Localized(zh: "等待通知", en: "waits for a notify of a condition"),
        family: .coordination,
        role: .wait, completedBy: .conditionWake, standsInLine: true, gate: .part,
        object: .object, footprint: .writes, onlyLooks: false, isPrivate: false,
        mark: nil, label: .nothing, caption: .text, comparedBy: .nothing, isFoundByValue: false)
    case .wake:
      KindFacts(
        name: "condition.wake", words: Localized(zh: "收到通知 醒来", en: "wakes up, notified"),
        family: .coordination,
        role: .take, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .reads, onlyLooks: false, isPrivate: false,
        mark: .woken, label: .nothing, caption: .text, comparedBy: .own(.said),
        isFoundByValue: false)
    case .notify:
      KindFacts(
        name: "condition.notify", words: Localized(zh: "通知", en: "notifies a condition"),
        family: .coordination,
        role: .give, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .writes, onlyLooks: false, isPrivate: false,
        mark: .notified, label: .value, caption: .value, comparedBy: .turn(.isForAll),
        isFoundByValue: false)
    case .timeout:
      KindFacts(
        name: "condition.timeout",
        words: Localized(zh: "不再等 已超时", en: "stops waiting, timed out, timeout"),
        family: .coordination,
        role: .timeout, completedBy: nil, standsInLine: false, gate: .givesUp(.conditionWake),
        object: .object, footprint: .writes, onlyLooks: false, isPrivate: false,
        mark: .timedOut, label: .nothing, caption: .text, comparedBy: .own(.said),
        isFoundByValue: false)
    }
  }
}
