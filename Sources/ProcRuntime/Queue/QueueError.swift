/// There is no room in a queue, or was not in time (`queue.Full`).
public struct Full: Error, CustomStringConvertible, Sendable, Hashable {
  /// The name of the queue.
  public let queue: String

  /// A sentence.
  public var description: String { "\(queue) is full" }
}

/// There is nothing in a queue, or was not in time (`queue.Empty`).
public struct Empty: Error, CustomStringConvertible, Sendable, Hashable {
  /// The name of the queue.
  public let queue: String

  /// A sentence.
  public var description: String { "\(queue) is empty" }
}

/// A queue could not be used.
public enum QueueError: Error, CustomStringConvertible, Sendable, Hashable {
  /// This process has closed it (`ValueError`).
  case closed(String)
  /// More tasks were said to be done than items were put (`ValueError`).
  case taskDoneTooOften(String)
  /// The item is longer than all of the queue's memory.
  case itemTooLarge(bytes: Int, room: Int)

  /// A sentence.
  public var description: String {
    switch self {
    case .closed(let queue): "Queue \(queue) is closed"
    case .taskDoneTooOften(let queue): "task_done() called too many times on \(queue)"
    case .itemTooLarge(let bytes, let room):
      "an item of \(bytes) bytes does not fit into a queue of \(room) bytes"
    }
  }
}
