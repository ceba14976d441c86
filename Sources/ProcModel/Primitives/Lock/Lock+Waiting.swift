// When a lock can be taken, and whom a lane waits for that cannot take it.
extension World {
  func canHappen(_ kind: LockEvent, _ pending: PendingOperation, by lane: LaneIndex) -> Bool {
    switch kind {
    case .acquire, .wait: holdersInTheWay(pending.object, lane, isShared: false).isEmpty
    case .release, .timeout: true
    }
  }

  func wait(_ kind: LockEvent, _ pending: PendingOperation) -> Activity? {
    switch kind {
    case .acquire, .wait: .blocked(.lock(pending.object))
    case .release, .timeout: nil
    }
  }

  func obstacle(_ kind: LockEvent, _ pending: PendingOperation, by lane: LaneIndex?) -> Localized {
    switch kind {
    case .acquire: holders(of: pending.object, for: lane, isShared: false)
    case .wait, .release, .timeout: Localized(verbatim: "")
    }
  }

  /// Who has to give a lock back before a lane can take it. From a holder that died it is taken
  /// over, since locks are robust.
  func holdersInTheWay(_ id: ObjectID, _ lane: LaneIndex, isShared: Bool) -> [LaneIndex] {
    guard let lock = object(id), case .lock(let state) = lock.content, !state.isFree else {
      return []
    }
    return state.holders.filter { holder in
      if lanes[holder.lane].hasEnded || isShared && holder.isShared { return false }
      return holder.lane != lane || lock.kind != .rlock
    }.map(\.lane)
  }

  /// Whether a lane has no more than a share of a lock.
  public func sharesLock(_ id: ObjectID, _ lane: LaneIndex) -> Bool {
    guard case .lock(let state)? = object(id)?.content else { return false }
    return state.holder(lane)?.isShared ?? false
  }

  /// A lock is given back by its holders, each of whom has to.
  func need(lock id: ObjectID, _ lane: LaneIndex, isShared: Bool) -> Need {
    let holders = holdersInTheWay(id, lane, isShared: isShared)
    switch holders.count {
    case 0: return .nothing
    case 1: return .lane(holders[0])
    default: return .allOf(holders)
    }
  }

  /// Who holds a lock in such a way that a lane cannot take it, for people: all, if that is not known.
  private func shownHolders(_ id: ObjectID, isShared: Bool) -> [ObjectState.LockState.Holder] {
    guard case .lock(let state)? = object(id)?.content else { return [] }
    return state.holders.filter { !isShared || !$0.isShared }
  }

  /// `, held by Process-1 since 1.2 s`; nothing where the lock is free.
  func holders(of lock: ObjectID, for lane: LaneIndex?, isShared: Bool) -> Localized {
    let holders = shownHolders(lock, isShared: isShared)
    guard let first = holders.first else { return Localized(verbatim: "") }
    let since = moment(first.since)
    if holders.count == 1, first.lane == lane {
      return Localized(zh: "，而持有它的正是自己（自 \(since) 起）", en: ", held by itself since \(since)")
    }
    let who = Phrases.list(names(holders.map(\.lane)))
    return Localized(
      zh: "，\(who.zh) 自 \(since) 起持有", en: ", held by \(who.en) since \(since)")
  }
}
