public import ProcModel

/// Where a schedule and the run that was to follow it parted.
public struct Divergence: Sendable, Hashable {
  /// The move that did not fit, from 1.
  public let move: Int
  /// How many moves the schedule has.
  public let count: Int
  /// Who was to move.
  public let lane: LanePath
  /// Why it did not fit.
  public let reason: Reason

  /// Why a schedule no longer fits.
  public enum Reason: Sendable, Hashable {
    /// The lane has ended, or was never started.
    case absent
    /// The lane is held, and cannot move.
    case cannotMove(StableOperation)
    /// The moves since `first` were possible, but were about other things than they had been.
    case differs(since: Int)
    /// No lane could move any more: the run had ended before.
    case ended
  }

  /// The message for the user.
  public var text: Localized {
    let zh = "调度与程序在第 \(move) 步（共 \(count) 步）分岔："
    let en = "The schedule and the program part at move \(move) of \(count): "
    switch reason {
    case .absent:
      return Localized(
        zh: zh + "此时没有进程 \(lane)。", en: en + "there is no process \(lane) at that point.")
    case .cannotMove(let operation):
      return Localized(
        zh: zh + "进程 \(lane) 此时不能前进（\(operation.kind.name)）。",
        en: en + "process \(lane) cannot move at that point (\(operation.kind.name)).")
    case .differs(let first):
      return Localized(
        zh: zh + "从第 \(first) 步到这里，各进程的操作与调度记下的不同，它属于另一个程序或另一组设置。",
        en: en + "from move \(first) up to here the processes did other things than the schedule"
          + " noted; it belongs to another program, or to other settings.")
    case .ended:
      return Localized(zh: zh + "运行已经结束。", en: en + "the run had ended before.")
    }
  }
}
