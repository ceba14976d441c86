import ProcModel
import ProcSession

/// What is said of a program that does not tell what it does.
enum Silence {
  /// How long a program may take until its main process has begun, in nanoseconds.
  static let limit: UInt64 = 10_000_000_000

  /// It goes on without a word.
  static let running = ExplorerError.noEvents(isRunning: true).message
  /// It has ended without a word.
  static let ended = ExplorerError.noEvents(isRunning: false).message
}
