/// The kinds of events of: semaphores.
public enum SemaphoreEvent: Sendable, Hashable, CaseIterable {
  /// `semaphore.wait`
  case wait
  /// `semaphore.acquire`
  case acquire
  /// `semaphore.release`
  case release
  /// `semaphore.timeout`
  case timeout
}

extension SemaphoreEvent {
  /// The row of the kind.
  var facts: KindFacts {
    switch self {
    case .wait:
      KindFacts(
        name: "semaphore.wait", words: Localized(zh: "等待名额", en: "waits for a unit of a semaphore"),
        family: .coordination,
        role: .wait, completedBy: .semaphoreAcquire, standsInLine: true, gate: .waits,
        object: .object, footprint: .nothing, onlyLooks: false, isPrivate: false,
        mark: nil, label: .nothing, caption: .text, comparedBy: .nothing, isFoundByValue: false)
    case .acquire:
      KindFacts(
        name: "semaphore.acquire",
        words: Localized(zh: "取得名额", en: "takes, acquires a unit of a semaphore"),
        family: .coordination,
        role: .take, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .takesUnit, onlyLooks: false, isPrivate: false,
        mark: .taken, label: .value, caption: .value, comparedBy: .turn(.said),
        isFoundByValue: false)
    case .release:
      KindFacts(
        name: "semaphore.release",
        words: Localized(zh: "归还名额", en: "releases a unit of a semaphore"),
        family: .coordination,
        role: .give, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .givesUnits, onlyLooks: false, isPrivate: false,
        mark: .given, label: .value, caption: .value, comparedBy: .own(.number),
        isFoundByValue: false)
    case .timeout:
      KindFacts(
        name: "semaphore.timeout",
        words: Localized(zh: "不再等 已超时", en: "stops waiting, timed out, timeout"),
        family: .coordination,
        role: .timeout, completedBy: nil, standsInLine: false, gate: .givesUp(.semaphoreAcquire),
        object: .object, footprint: .reads, onlyLooks: false, isPrivate: false,
        mark: .timedOut, label: .nothing, caption: .text, comparedBy: .own(.said),
        isFoundByValue: false)
    }
  }
}
