// A readers-writer lock is a lock that is held alone, or shared.
extension World {
  /// Readers-writer locks are waited for, taken and given back.
  mutating func applyRWLock(_ kind: RWLockEvent, _ event: Event, _ change: inout WorldChange) {
    guard let lane = change.actor, let lock = objectIndex(event.object, .rwlock) else { return }
    change.place = lock
    switch kind {
    case .readWait: awaitLock(event, lane, lock, &change, isShared: true)
    case .writeWait: awaitLock(event, lane, lock, &change, isShared: false)
    case .readAcquire: takeLock(event, lane, lock, &change, isShared: true)
    case .writeAcquire: takeLock(event, lane, lock, &change, isShared: false)
    case .readRelease, .writeRelease: giveLock(event, lane, lock, &change)
    case .readTimeout, .writeTimeout: resume(lane)
    }
  }

  func canHappen(_ kind: RWLockEvent, _ pending: PendingOperation, by lane: LaneIndex) -> Bool {
    guard let isShared = kind.takesShare else { return true }
    return holdersInTheWay(pending.object, lane, isShared: isShared).isEmpty
  }

  func wait(_ kind: RWLockEvent, _ pending: PendingOperation) -> Activity? {
    kind.takesShare.map { .blocked($0 ? .lockShare(pending.object) : .lock(pending.object)) }
  }

  func obstacle(
    _ kind: RWLockEvent, _ pending: PendingOperation, by lane: LaneIndex?
  ) -> Localized {
    guard let isShared = kind.takesShare else { return Localized(verbatim: "") }
    return holders(of: pending.object, for: lane, isShared: isShared)
  }
}

extension RWLockEvent {
  /// Whether the operation is to share the lock, or to hold it alone; nil where it takes nothing.
  fileprivate var takesShare: Bool? {
    switch self {
    case .readWait, .readAcquire: true
    case .writeWait, .writeAcquire: false
    case .readRelease, .readTimeout, .writeRelease, .writeTimeout: nil
    }
  }
}

extension Explainer {
  func sentence(_ kind: RWLockEvent) -> Localized {
    switch kind {
    case .readWait:
      lockWait(Localized(zh: "共享 \(object)", en: "a share of \(object)"), isShared: true)
    case .writeWait: lockWait(Localized(verbatim: object), isShared: false)
    case .readAcquire: share
    case .writeAcquire: acquire
    case .readRelease: unshare
    case .writeRelease: release
    case .readTimeout, .writeTimeout: timeIsUp
    }
  }

  private var share: Localized {
    if event.flags.contains(.ownerDied) { return takeOver }
    if event.value > 1 {
      return Localized(
        zh: "\(who) 再次共享 \(object)（第 \(event.value) 层）",
        en: "\(who) shares \(object) again (depth \(event.value))")
    }
    return Localized(zh: "\(who) 共享 \(object)", en: "\(who) shares \(object)")
      + afterWaitingForLock
  }

  private var unshare: Localized {
    if event.value > 0 {
      return Localized(
        zh: "\(who) 归还 \(object) 的一层共享，还剩 \(event.value) 层",
        en: "\(who) releases its share of \(object) once, depth \(event.value) is left")
    }
    return Localized(
      zh: "\(who) 不再共享 \(object)", en: "\(who) releases its share of \(object)")
      + afterHolding + longestWaiter
  }
}

extension EventJSON {
  static func fields(_ kind: RWLockEvent, _ event: Event, _ json: inout JSONWriter) {
    json.key("depth")
    json.value(event.value)
    switch kind {
    case .readWait, .writeWait: limit(event, &json)
    case .readAcquire, .writeAcquire:
      if event.flags.contains(.ownerDied) { yes("owner_died", &json) }
      if event.flags.contains(.sharerDied) { yes("sharer_died", &json) }
    case .writeRelease: if event.flags.contains(.mended) { yes("mended", &json) }
    case .readRelease, .readTimeout, .writeTimeout: break
    }
  }
}
