extension World {
  /// `object.define`: an object is introduced. One that was used before keeps what is known of it.
  mutating func define(_ event: Event, _ actor: LaneIndex?) {
    if !event.isObserved { resume(actor) }
    guard event.object != .none, let kind = ObjectKind(rawValue: event.value) else { return }
    let capacity = kind == .pipe ? 0 : Int64(clamping: event.extra)
    let key = ObjectKey(id: event.object, pid: 0)
    defer { if kind == .pipe { openEnds(key, event, actor) } }
    guard let index = objectOfKey[key] else {
      add(key, kind: kind, name: event.text, capacity: capacity, isDefined: true)
      return
    }
    guard !objects[index].isDefined else { return }
    objects[index].isDefined = true
    objects[index].name = event.text
    objects[index].capacity = capacity
    if kind.emptyContent(capacity: 0).isLike(objects[index].content) { objects[index].kind = kind }
  }

  /// The place of an object; one that was never introduced is made up as `kind`. Nil for none.
  mutating func objectIndex(_ id: ObjectID, _ kind: ObjectKind, pid: Int32 = 0) -> Int? {
    guard id != .none else { return nil }
    let key = ObjectKey(id: id, pid: pid)
    if let index = objectOfKey.find(key) { return index }
    let name = "\(kind)-\(UInt32(truncatingIfNeeded: id.rawValue))"
    return add(key, kind: kind, name: name, capacity: 0, isDefined: false)
  }

  @discardableResult
  mutating func add(
    _ key: ObjectKey, kind: ObjectKind, name: String, capacity: Int64, isDefined: Bool
  ) -> Int {
    objects.append(
      ObjectState(
        id: key.id, kind: kind, name: name, capacity: capacity,
        content: kind.emptyContent(capacity: capacity),
        isDefined: isDefined))
    objectOfKey[key] = objects.count - 1
    if kind == .barrier { barriers.append(objects.count - 1) }
    return objects.count - 1
  }

}

extension ObjectState.Content {
  /// Whether both are contents of the same kind of object.
  func isLike(_ other: ObjectState.Content) -> Bool { number == other.number }

  private var number: Int {
    switch self {
    case .lock: 0
    case .queue: 1
    case .value: 2
    case .entries: 3
    case .pool: 4
    case .variable: 5
    case .manager: 6
    case .semaphore: 7
    case .condition: 8
    case .event: 9
    case .barrier: 10
    }
  }

  /// A lane stands in no line of the object any more.
  mutating func leaveLine(_ lane: LaneIndex) {
    switch self {
    case .lock: withLock { $0.waiters.removeAll { $0 == lane } }
    case .queue:
      withQueue {
        $0.getters.removeAll { $0 == lane }
        $0.putters.removeAll { $0 == lane }
        $0.tooLarge.removeAll { $0 == lane }
        $0.joiners.removeAll { $0 == lane }
      }
    case .semaphore: withSemaphore { $0.waiters.removeAll { $0 == lane } }
    case .condition: withCondition { $0.waiters.removeAll { $0 == lane } }
    case .event: withEvent { $0.waiters.removeAll { $0 == lane } }
    case .value, .entries, .pool, .variable, .manager, .barrier: break
    }
  }
}
