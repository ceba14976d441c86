/// A worker of the pool has died, and with it every task that had not ended
/// (`concurrent.futures.process.BrokenProcessPool`).
public struct BrokenProcessPool: Error, CustomStringConvertible, Sendable, Hashable {
  /// What happened to which worker.
  public let reason: String
  /// What Python says, and the reason.
  public var description: String {
    "A process in the process pool was terminated abruptly while the future was running or "
      + "pending (\(reason))"
  }
}

/// The task was cancelled before it began (`concurrent.futures.CancelledError`).
public struct CancelledError: Error, CustomStringConvertible, Sendable, Hashable {
  /// What happened.
  public var description: String { "the task was cancelled" }
}

/// The result was not there in time (`TimeoutError`).
public struct TimeoutError: Error, CustomStringConvertible, Sendable, Hashable {
  /// What happened.
  public var description: String { "the result was not there in time" }
}

/// The error that a task threw in another process: its type and its message. The error itself stays
/// there.
public struct RemoteError: Error, CustomStringConvertible, Sendable, Hashable, Codable {
  /// The name of the error's type.
  public let type: String
  /// What the error said.
  public let message: String
  /// The type and the message of an error.
  init(_ error: any Error) {
    type = String(describing: Swift.type(of: error))
    message = String(describing: error)
  }

  /// Both.
  public var description: String { message.isEmpty ? type : "\(type): \(message)" }
}

/// An executor was used in a wrong way.
public enum ExecutorError: Error, CustomStringConvertible, Sendable, Hashable {
  /// A task was submitted after `shutdown` (`RuntimeError`).
  case shutDown
  /// There must be at least one worker (`ValueError`).
  case noWorkers
  /// The function is not among those that `Program.run` was given, so no worker would find it.
  case unknownFunction(name: String)
  /// The executor belongs to another process, from which this one was forked.
  case notOwner

  /// The error in a sentence.
  public var description: String {
    switch self {
    case .shutDown: "cannot schedule new futures after shutdown"
    case .noWorkers: "max_workers must be greater than 0"
    case .unknownFunction(let name):
      "workers cannot find the function '\(name)'; give it to Program.run(spawnable:)"
    case .notOwner: "the executor belongs to the process that made it"
    }
  }
}
