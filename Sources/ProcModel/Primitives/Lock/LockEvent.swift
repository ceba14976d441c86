/// The kinds of events of: locks.
public enum LockEvent: Sendable, Hashable, CaseIterable {
  /// `lock.wait`
  case wait
  /// `lock.acquire`
  case acquire
  /// `lock.release`
  case release
  /// `lock.timeout`
  case timeout
}

extension LockEvent {
  /// The row of the kind.
  var facts: KindFacts {
    switch self {
    case .wait:
      KindFacts(
        name: "lock.wait", words: Localized(zh: "等待锁", en: "waits for a lock"), family: .locks,
        role: .wait, completedBy: .lockAcquire, standsInLine: true, gate: .waits,
        object: .object, footprint: .nothing, onlyLooks: false, isPrivate: false,
        mark: nil, label: .nothing, caption: .text, comparedBy: .nothing, isFoundByValue: false)
    case .acquire:
      KindFacts(
        name: "lock.acquire", words: Localized(zh: "获取锁 接管", en: "takes, acquires a lock"),
        family: .locks,
        role: .take, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .acquires, onlyLooks: false, isPrivate: false,
        mark: nil, label: .nothing, caption: .text, comparedBy: .turn(.depth), isFoundByValue: false
      )
    case .release:
      KindFacts(
        name: "lock.release", words: Localized(zh: "释放锁", en: "releases a lock"), family: .locks,
        role: .give, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .releases, onlyLooks: false, isPrivate: false,
        mark: nil, label: .nothing, caption: .text, comparedBy: .own(.depth), isFoundByValue: false)
    case .timeout:
      KindFacts(
        name: "lock.timeout",
        words: Localized(zh: "不再等锁 已超时", en: "stops waiting for a lock, timed out, timeout"),
        family: .locks,
        role: .timeout, completedBy: nil, standsInLine: false, gate: .givesUp(.lockAcquire),
        object: .object, footprint: .reads, onlyLooks: false, isPrivate: false,
        mark: .timedOut, label: .nothing, caption: .text, comparedBy: .own(.said),
        isFoundByValue: false)
    }
  }
}
