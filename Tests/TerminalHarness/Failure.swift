/// Why a test could not go on.
public struct Failure: Error, CustomStringConvertible {
  /// What went wrong, with all that helps to see why.
  public let description: String

  /// A failure that says this.
  public init(_ description: String) { self.description = description }

  /// The system call `call` failed with `error`.
  static func system(_ call: String, _ error: Int32) -> Failure {
    Failure("\(call) failed: errno \(error)")
  }
}

/// How a program ended.
public enum Ending: Sendable, Hashable {
  /// By itself, with this exit code.
  case code(Int32)
  /// By this signal.
  case signal(Int32)

  init(exitCode: Int32) { self = exitCode < 0 ? .signal(-exitCode) : .code(exitCode) }
}
