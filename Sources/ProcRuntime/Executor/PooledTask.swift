import ProcModel

/// The outcome of a task.
enum TaskOutcome: Sendable {
  /// It returned this, pickled in another process.
  case pickled([UInt8])
  /// It returned this, in this process.
  case value(any Sendable)
  case failed(any Error)
  case cancelled

  /// The outcome as events say it.
  var text: String {
    switch self {
    case .pickled, .value: TaskEnding.returned.text
    case .failed(let error): TaskEnding.failed("\(error)").text
    case .cancelled: TaskEnding.cancelled.text
    }
  }
}

/// A task of a pool, seen from the process that submitted it.
final class PooledTask: Sendable {
  /// Its serial number in its pool, from 1.
  let serial: UInt64
  /// Its text in the viewer.
  let text: String

  private struct State {
    var outcome: TaskOutcome?
    var callbacks: [@Sendable () -> Void] = []
  }
  private let state = GuardedBox(State())

  init(serial: UInt64, text: String) {
    self.serial = serial
    self.text = text
  }

  /// Its outcome, or nil while it is not known here.
  var outcome: TaskOutcome? { state.withValue { $0.outcome } }

  /// Sets its outcome. Only the first call counts.
  ///
  /// - Returns: the callbacks that wait for it.
  func finish(_ outcome: TaskOutcome) -> DueCallbacks {
    state.withValue { state in
      guard state.outcome == nil else { return DueCallbacks() }
      state.outcome = outcome
      defer { state.callbacks = [] }
      return DueCallbacks(state.callbacks)
    }
  }

  /// Calls `body` when the outcome is known; at once if it is known already.
  func whenFinished(_ body: @escaping @Sendable () -> Void) {
    let isFinished = state.withValue { state in
      if state.outcome == nil { state.callbacks.append(body) }
      return state.outcome != nil
    }
    if isFinished { body() }
  }
}
