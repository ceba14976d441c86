import ProcModel
import ProcSession

/// What is said of a program that does not tell what it does.
enum NoEvents {
  /// How long a program may take until its main process has begun, in nanoseconds.
  static let limit: UInt64 = 5_000_000_000

  /// It goes on without a word.
  static let running = ExplorerError.noEvents(isRunning: true).message
  /// It has ended without a word.
  static let ended = ExplorerError.noEvents(isRunning: false).message
  /// The same of a scenario, whose program is our own.
  static let neverBegan = Localized(
    zh: "程序没能开始运行（它的输出说明了原因）", en: "the program could not begin (its output says why)")
}
