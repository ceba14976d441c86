/// The operation before which a process is held.
public struct PendingOperation: Sendable, Hashable {
  /// The event that it will report when it has happened, or when it has to wait.
  public let kind: EventKind
  /// The number of that event's kind on the wire: that of ``kind``, or one that has no kind.
  public let code: UInt8
  /// The object that it is about.
  public let object: ObjectID
  /// The process's slot in the control page, where it can be let go.
  public let slot: UInt64
  /// The element of an array that it is about. Of a `manager.request` that only looks, a hash of what
  /// it asks. Else 0.
  public let element: UInt64
  /// What becomes of it where it cannot happen.
  public let blocking: Blocking

  /// How long an operation waits where it cannot happen at once.
  public enum Blocking: Sendable, Hashable {
    /// As long as it takes.
    case indefinite
    /// For a limited time (`timeout`): then it gives up, and says so.
    case timed
    /// Not at all (`blocking=False`): it gives up at once.
    case nonblocking
  }

  /// An operation that waits at a gate.
  public init(
    kind: EventKind, object: ObjectID, slot: UInt64, element: UInt64 = 0,
    blocking: Blocking = .indefinite
  ) {
    self.kind = kind
    code = kind.rawValue
    self.object = object
    self.slot = slot
    self.element = element
    self.blocking = blocking
  }

  /// The name of that event: `lock.acquire`.
  public var name: String { EventKind.name(ofCode: code) }

  /// The operation that a `gate.wait` is about.
  init(_ event: Event) {
    let bits = UInt64(bitPattern: event.value)
    code = UInt8(truncatingIfNeeded: bits)
    kind = EventKind(code: code)
    object = event.object
    slot = event.extra
    element = bits >> 8
    blocking =
      event.flags.contains(.immediate)
      ? .nonblocking : event.flags.contains(.timed) ? .timed : .indefinite
  }
}
