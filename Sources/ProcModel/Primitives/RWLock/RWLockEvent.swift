/// The kinds of events of readers-writer locks.
public enum RWLockEvent: Sendable, Hashable, CaseIterable {
  /// `rwlock.read.wait`
  case readWait
  /// `rwlock.read.acquire`
  case readAcquire
  /// `rwlock.read.release`
  case readRelease
  /// `rwlock.read.timeout`
  case readTimeout
  /// `rwlock.write.wait`
  case writeWait
  /// `rwlock.write.acquire`
  case writeAcquire
  /// `rwlock.write.release`
  case writeRelease
  /// `rwlock.write.timeout`
  case writeTimeout
}

extension RWLockEvent {
  /// The row of the kind.
  var facts: KindFacts {
    switch self {
    case .readWait: readWaitRow
    case .readAcquire: readAcquireRow
    case .readRelease: readReleaseRow
    case .readTimeout: readTimeoutRow
    case .writeWait: writeWaitRow
    case .writeAcquire: writeAcquireRow
    case .writeRelease: writeReleaseRow
    case .writeTimeout: writeTimeoutRow
    }
  }

  private var readWaitRow: KindFacts {
    KindFacts(
      name: "rwlock.read.wait",
      words: Localized(zh: "等待共享读写锁", en: "waits to share a readers-writer lock"),
      family: .locks, role: .wait, completedBy: .rwlockReadAcquire, standsInLine: true,
      gate: .waits, object: .object, footprint: .nothing,
      onlyLooks: false, isPrivate: false, mark: nil, label: .nothing, caption: .text,
      comparedBy: .nothing, isFoundByValue: false)
  }

  private var readAcquireRow: KindFacts {
    KindFacts(
      name: "rwlock.read.acquire",
      words: Localized(zh: "共享读写锁 读锁", en: "shares a readers-writer lock"),
      family: .locks, role: .take, completedBy: nil, standsInLine: false, gate: .happens,
      object: .object, footprint: .acquiresShare,
      onlyLooks: false, isPrivate: false, mark: nil, label: .nothing, caption: .text,
      comparedBy: .turn(.depth), isFoundByValue: false)
  }

  private var readReleaseRow: KindFacts {
    KindFacts(
      name: "rwlock.read.release",
      words: Localized(zh: "归还共享 读锁", en: "releases its share of a readers-writer lock"),
      family: .locks, role: .give, completedBy: nil, standsInLine: false, gate: .happens,
      object: .object, footprint: .releasesShare,
      onlyLooks: false, isPrivate: false, mark: nil, label: .nothing, caption: .text,
      comparedBy: .own(.depth), isFoundByValue: false)
  }

  private var readTimeoutRow: KindFacts {
    KindFacts(
      name: "rwlock.read.timeout",
      words: Localized(
        zh: "不再等共享读写锁 已超时",
        en: "stops waiting to share a readers-writer lock, timed out, timeout"),
      family: .locks, role: .timeout, completedBy: nil, standsInLine: false,
      gate: .givesUp(.rwlockReadAcquire),
      object: .object, footprint: .reads,
      onlyLooks: false, isPrivate: false, mark: .timedOut, label: .nothing, caption: .text,
      comparedBy: .own(.said), isFoundByValue: false)
  }

  private var writeWaitRow: KindFacts {
    KindFacts(
      name: "rwlock.write.wait",
      words: Localized(zh: "等待独占读写锁", en: "waits for a readers-writer lock alone"),
      family: .locks, role: .wait, completedBy: .rwlockWriteAcquire, standsInLine: true,
      gate: .waits, object: .object, footprint: .nothing,
      onlyLooks: false, isPrivate: false, mark: nil, label: .nothing, caption: .text,
      comparedBy: .nothing, isFoundByValue: false)
  }

  private var writeAcquireRow: KindFacts {
    KindFacts(
      name: "rwlock.write.acquire",
      words: Localized(zh: "独占读写锁 写锁 接管", en: "takes a readers-writer lock alone"),
      family: .locks, role: .take, completedBy: nil, standsInLine: false, gate: .happens,
      object: .object, footprint: .acquires,
      onlyLooks: false, isPrivate: false, mark: nil, label: .nothing, caption: .text,
      comparedBy: .turn(.depth), isFoundByValue: false)
  }

  private var writeReleaseRow: KindFacts {
    KindFacts(
      name: "rwlock.write.release",
      words: Localized(zh: "释放读写锁 写锁", en: "releases a readers-writer lock"),
      family: .locks, role: .give, completedBy: nil, standsInLine: false, gate: .happens,
      object: .object, footprint: .releases,
      onlyLooks: false, isPrivate: false, mark: nil, label: .nothing, caption: .text,
      comparedBy: .own(.depth), isFoundByValue: false)
  }

  private var writeTimeoutRow: KindFacts {
    KindFacts(
      name: "rwlock.write.timeout",
      words: Localized(
        zh: "不再等读写锁 已超时", en: "stops waiting for a readers-writer lock, timed out, timeout"),
      family: .locks, role: .timeout, completedBy: nil, standsInLine: false,
      gate: .givesUp(.rwlockWriteAcquire),
      object: .object, footprint: .reads,
      onlyLooks: false, isPrivate: false, mark: .timedOut, label: .nothing, caption: .text,
      comparedBy: .own(.said), isFoundByValue: false)
  }
}
