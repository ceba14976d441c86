import ProcModel
import ProcSession

/// What is said of a program that does not tell what it does.
enum NoEvents {
  /// It goes on without a word.
  static let running = ExplorerError.noEvents(isRunning: true).message
  /// It has not begun yet, which is not its fault.
  static let slow = Localized(
    zh: "程序还没有开始：它得不到 CPU，或者被停住了；继续等待",
    en: "the program has not begun yet: it gets no CPU, or was stopped; still waiting")
  /// It has ended without a word.
  static let ended = ExplorerError.noEvents(isRunning: false).message
  /// The same of a scenario, whose program is our own.
  static let neverBegan = Localized(
    zh: "程序没能开始运行（它的输出说明了原因）", en: "the program could not begin (its output says why)")
}
