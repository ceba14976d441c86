public import ProcModel

/// An object as it is called in every run of a program: who made it, and as which one.
public struct StableObject: Hashable, Sendable {
  /// The lane that made it; nil for an object that the program did not make itself (standard input).
  public let creator: LanePath?
  /// Its running number among those that its creator's process made.
  public let number: UInt32

  /// The object with this name.
  public init(creator: LanePath?, number: UInt32) {
    self.creator = creator
    self.number = number
  }

  /// No object.
  public static let none = StableObject(creator: nil, number: 0)
  /// The standard input of the run, which all its processes share.
  public static let standardInput = StableObject(creator: nil, number: 1)
}

/// An operation before which a lane is held, in terms that mean the same in every run.
public struct StableOperation: Hashable, Sendable {
  /// What it will report when it has happened.
  public let kind: EventKind
  /// What it is about.
  public let object: StableObject
  /// The element of an array; else 0.
  public let element: UInt64
  /// What becomes of it where it cannot happen.
  public let blocking: PendingOperation.Blocking

  /// An operation.
  public init(
    _ kind: EventKind, on object: StableObject = .none, element: UInt64 = 0,
    blocking: PendingOperation.Blocking = .indefinite
  ) {
    self.kind = kind
    self.object = object
    self.element = element
    self.blocking = blocking
  }
}
