/// The other end of a pipe is closed in every process that had it.
struct PipeIsOver: Error {}

/// A write to a pipe that has no reader any more (`BrokenPipeError`).
public struct BrokenPipeError: Error, CustomStringConvertible, Sendable, Hashable {
  /// The name of the pipe's direction.
  public let pipe: String

  /// A sentence.
  public var description: String { "nobody can read from \(pipe) any more" }
}

/// A connection could not be used (`OSError`).
public enum PipeError: Error, CustomStringConvertible, Sendable, Hashable {
  /// This process has closed it.
  case closed
  /// It only writes.
  case writeOnly
  /// It only reads.
  case readOnly
  /// It can be passed only as an argument of a process.
  case notAnArgument

  /// What Python says.
  public var description: String {
    switch self {
    case .closed: "handle is closed"
    case .writeOnly: "connection is write-only"
    case .readOnly: "connection is read-only"
    case .notAnArgument: "a connection can only be handed to a process when that is started"
    }
  }
}
