/// A move that was made, and what came of it.
public struct Step: Sendable, Hashable {
  /// The move.
  public let move: Move
  /// The operation that was pending.
  public let operation: StableOperation
  /// What the step did to which object; empty for a step that concerns nobody else (output, notes,
  /// sleeps, a process's own memory).
  public let accesses: [Access]
  /// The point in which it was chosen.
  public let options: [Option]

  /// A step.
  public init(move: Move, operation: StableOperation, accesses: [Access], options: [Option]) {
    self.move = move
    self.operation = operation
    self.accesses = accesses
    self.options = options
  }

  /// Who moved.
  public var lane: LanePath { move.lane }
}

/// What a step did to an object, as far as others can notice.
public struct Access: Hashable, Sendable {
  /// The object.
  public let object: StableObject
  /// The element of an array or the key of a dict (hashed); 0 where the object is one thing.
  public let element: UInt64
  /// What was done.
  public let mode: Mode

  /// An access.
  public init(_ object: StableObject, element: UInt64 = 0, _ mode: Mode) {
    self.object = object
    self.element = element
    self.mode = mode
  }

  /// The element that stands for all of them: a dict is cleared, or its length is looked at.
  public static let everyElement = UInt64.max

  /// What can be done to an object; which of them depend on each other is ``Dependence``'s business.
  public enum Mode: Hashable, Sendable {
    /// Looked at without changing it: a value was read; a lock, queue, event or child was found in
    /// some state (`is_alive`, a try-acquire or get that failed, `qsize`, a timeout). An event that
    /// is set though it was set already has been looked at only.
    case read
    /// Changed in a way that does not commute with any other access: a value was written, an event
    /// set or cleared, a condition notified or waited for, a barrier reset.
    case write
    /// A manager's server was asked for something. In which order it is asked is the order in which it
    /// answers, so that this commutes with nothing; but whoever asks only to look changes nothing.
    case ask(isLook: Bool)
    /// A lock, or one unit of a semaphore, was taken. `ordinal`: the how-manieth taking, from 1. An
    /// rlock that its owner takes again is no access.
    case acquire(ordinal: Int)
    /// A lock, or one unit of a semaphore, was given back. `enables`: the ordinal of the taking that
    /// this makes possible. That is the how-manieth giving back this is, plus what the semaphore
    /// counted at first; for a lock, plus 1. A bounded semaphore looks at its count, too (`read`).
    /// A holder that ends gives back what it holds.
    case release(enables: Int)
    /// A share of a lock was taken: others may share it, too, but nobody can take it alone.
    case acquireShare
    /// A share of a lock was given back; a holder that ends gives its share back.
    case releaseShare
    /// An item was put in; `serial` names it. `room`: the item whose taking out made the room for
    /// it, that is the one put in as many items before as the queue can hold; nil where it is not
    /// bounded, or has not been filled yet.
    case put(serial: UInt64, room: UInt64?)
    /// An item was taken out; `serial` names it.
    case get(serial: UInt64)
    /// A process or thread was started; the object is the child, and this its lane.
    case start(LanePath)
    /// A process or thread began.
    case begin
    /// A process or thread ended.
    case end
    /// A child's end was waited for, and found.
    case join
    /// The process with this lane was sent a signal that ends it, whatever it is about to do.
    case kill(LanePath)

    /// Whether others may find the object changed.
    var isChange: Bool {
      switch self {
      case .read, .ask(isLook: true): false
      case .write, .ask(isLook: false), .acquire, .release, .acquireShare, .releaseShare, .put,
        .get, .start, .begin, .end, .join, .kill:
        true
      }
    }

    /// Whether its order among all other accesses to the object matters.
    var commutesWithNothing: Bool {
      switch self {
      case .write, .ask: true
      case .read, .acquire, .release, .acquireShare, .releaseShare, .put, .get, .start, .begin,
        .end, .join, .kill:
        false
      }
    }
  }
}
