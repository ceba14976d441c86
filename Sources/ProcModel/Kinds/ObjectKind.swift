/// What kind of thing an object is; the raw value is on the wire (`object.define`'s `value`).
public enum ObjectKind: Int64, Sendable, CaseIterable, Hashable {
  case lock = 1
  case rlock = 2
  case queue = 3
  case value = 4
  case array = 5
  case dict = 6
  case list = 7
  case pool = 8
  case manager = 9
  /// A variable in the private memory of one process.
  case variable = 10
  case semaphore = 11
  case boundedSemaphore = 12
  case condition = 13
  case event = 14
  case barrier = 15
  /// One direction of a pipe: a queue that can be closed at either end.
  case pipe = 16
  case namespace = 17
  /// A readers-writer lock.
  case rwlock = 18
}

extension ObjectKind {
  /// The name that objects of this kind have where they were given none, before the number.
  private var baseName: String {
    switch self {
    case .lock, .rlock: "lock"
    case .rwlock: "rwlock"
    case .queue: "queue"
    case .value: "value"
    case .array: "array"
    case .dict: "dict"
    case .list: "list"
    case .pool: "pool"
    case .manager: "manager"
    case .variable: "variable"
    case .semaphore, .boundedSemaphore: "semaphore"
    case .condition: "condition"
    case .event: "event"
    case .barrier: "barrier"
    case .pipe: "pipe"
    case .namespace: "namespace"
    }
  }

  /// The name of the `number`th object of this kind that was given none: `lock-1`.
  public func defaultName(_ number: UInt64) -> String { "\(baseName)-\(number)" }

  /// Whether it is held, and given back by who holds it.
  public var isLock: Bool {
    switch emptyContent(capacity: 0) {
    case .lock: true
    case .queue, .value, .entries, .pool, .variable, .manager, .semaphore, .condition, .event,
      .barrier:
      false
    }
  }

  /// What is in an object of this kind when it is new.
  func emptyContent(capacity: Int64) -> ObjectState.Content {
    switch self {
    case .lock, .rlock, .rwlock: .lock(.init())
    case .queue, .pipe: .queue(.init())
    case .value: .value(.init())
    case .array, .dict, .list, .namespace: .entries([])
    case .pool: .pool(.init())
    case .manager: .manager
    case .semaphore, .boundedSemaphore: .semaphore(.init(count: capacity))
    case .condition: .condition(.init())
    case .event: .event(.init())
    case .barrier: .barrier(.init())
    case .variable: .variable(owner: nil, text: "")
    }
  }
}

extension ObjectKind {
  /// What the second number of an object's `object.define` is.
  enum Capacity: Sendable {
    /// How much it holds, or nothing.
    case size
    /// How many units it has at first.
    case units
    /// How many lanes it waits for.
    case parties
    /// Which of its ends the process has.
    case ends
    /// Its manager.
    case manager
  }

  var capacity: Capacity {
    switch self {
    case .semaphore, .boundedSemaphore: .units
    case .barrier: .parties
    case .pipe: .ends
    case .dict, .list, .namespace: .manager
    case .lock, .rlock, .rwlock, .queue, .value, .array, .pool, .manager, .variable, .condition,
      .event:
      .size
    }
  }
}
