/// The kinds of events of: events (`multiprocessing.Event`).
public enum FlagEvent: Sendable, Hashable, CaseIterable {
  /// `event.wait`
  case wait
  /// `event.wake`
  case wake
  /// `event.set`
  case set
  /// `event.clear`
  case clear
  /// `event.poll`
  case poll
  /// `event.timeout`
  case timeout
}

extension FlagEvent {
  /// The row of the kind.
  var facts: KindFacts {
    switch self {
    case .wait:
      KindFacts(
        name: "event.wait", words: Localized(zh: "等待被设置", en: "waits until an event is set"),
        family: .coordination,
        role: .wait, completedBy: .eventWake, standsInLine: true, gate: .waits,
        object: .object, footprint: .nothing, onlyLooks: true, isPrivate: false,
        mark: nil, label: .nothing, caption: .text, comparedBy: .nothing, isFoundByValue: false)
    case .wake:
      KindFacts(
        name: "event.wake", words: Localized(zh: "继续运行 已设置", en: "goes on, an event was set"),
        family: .coordination,
        role: .take, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .reads, onlyLooks: true, isPrivate: false,
        mark: .woken, label: .nothing, caption: .text, comparedBy: .own(.said),
        isFoundByValue: false)
    case .set:
      KindFacts(
        name: "event.set", words: Localized(zh: "设置", en: "sets an event"), family: .coordination,
        role: .give, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .sets, onlyLooks: false, isPrivate: false,
        mark: .notified, label: .nothing, caption: .text, comparedBy: .turn(.said),
        isFoundByValue: false)
    case .clear:
      KindFacts(
        name: "event.clear", words: Localized(zh: "清除", en: "clears an event"),
        family: .coordination,
        role: .change, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .clears, onlyLooks: false, isPrivate: false,
        mark: .cleared, label: .nothing, caption: .text, comparedBy: .turn(.said),
        isFoundByValue: false)
    case .poll:
      KindFacts(
        name: "event.poll", words: Localized(zh: "查看是否已设置", en: "asks whether an event is set"),
        family: .coordination,
        role: .look, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .reads, onlyLooks: true, isPrivate: false,
        mark: nil, label: .nothing, caption: .text, comparedBy: .nothing, isFoundByValue: false)
    case .timeout:
      KindFacts(
        name: "event.timeout",
        words: Localized(zh: "不再等 已超时", en: "stops waiting, timed out, timeout"),
        family: .coordination,
        role: .timeout, completedBy: nil, standsInLine: false, gate: .givesUp(.eventWake),
        object: .object, footprint: .reads, onlyLooks: false, isPrivate: false,
        mark: .timedOut, label: .nothing, caption: .text, comparedBy: .own(.said),
        isFoundByValue: false)
    }
  }
}
