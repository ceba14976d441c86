/// A key that is not in the dict (`KeyError`).
public struct KeyError: Error, CustomStringConvertible, Sendable, Hashable {
  /// The key, as text.
  public let key: String
  /// What Python says.
  public var description: String { "KeyError: \(key)" }
}

/// An index beyond the ends of the list (`IndexError`).
public struct IndexError: Error, CustomStringConvertible, Sendable, Hashable {
  /// The index.
  public let index: Int
  /// What Python says.
  public var description: String { "list index out of range: \(index)" }
}

/// An attribute that a namespace does not have (`AttributeError`).
public struct AttributeError: Error, CustomStringConvertible, Sendable, Hashable {
  /// The attribute.
  public let attribute: String
  /// What Python says.
  public var description: String { "'Namespace' object has no attribute '\(attribute)'" }
}

/// Something is wrong between a proxy and its manager's server.
public enum ManagerError: Error, CustomStringConvertible, Sendable, Hashable {
  /// The server has ended or cannot be reached (`ConnectionRefusedError`, `EOFError`).
  case serverGone(reason: String)
  /// The server could not begin (`EOFError` from `Manager()`).
  case serverDidNotStart(reason: String)
  /// The object is not, or no longer, the server's (`RemoteError`).
  case noSuchObject(name: String)
  /// A request or an answer was not understood.
  case malformed
  /// A value is too large to be sent.
  case tooLarge(bytes: Int)

  /// The error in a sentence.
  public var description: String {
    switch self {
    case .serverGone(let reason): "the manager's server has gone (\(reason))"
    case .serverDidNotStart(let reason): "the manager's server did not start (\(reason))"
    case .noSuchObject(let name): "the manager's server has no \(name)"
    case .malformed: "the manager's server and its client do not understand each other"
    case .tooLarge(let bytes): "\(bytes) bytes are too much for one request to a manager"
    }
  }
}
