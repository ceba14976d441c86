/// How a task of a pool ended, as `task.end` and `task.result` say it in their `detail`.
public enum TaskEnding: Sendable, Hashable {
  /// It returned.
  case returned
  /// It threw this error.
  case failed(String)
  /// Nobody began it.
  case cancelled
  /// What no version known here says.
  case other(String)

  /// The ending that an event tells.
  public init(_ event: Event) {
    switch event.detail {
    case "ok": self = .returned
    case "cancelled": self = .cancelled
    case let text where text.hasPrefix("error"):
      self = .failed(String(text.dropFirst("error: ".count)))
    case let text: self = .other(text)
    }
  }

  /// The detail of an event that tells it.
  public var text: String {
    switch self {
    case .returned: "ok"
    case .failed(let error): "error: \(error)"
    case .cancelled: "cancelled"
    case .other(let text): text
    }
  }

  /// Whether the task threw an error.
  public var isFailure: Bool { if case .failed = self { true } else { false } }
}
