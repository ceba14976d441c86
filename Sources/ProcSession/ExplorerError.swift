public import ProcModel

/// Why a program's schedules could not be searched.
public enum ExplorerError: Error, Sendable, Hashable {
  /// It could not be started.
  case session(SessionError)
  /// It ended, or waited, without a word on the event channel.
  case noEvents(isRunning: Bool)
  /// It ended in the middle of the search, with its server of runs.
  case serverGone

  /// What a run says of its program; nil: nothing that keeps the search from going on.
  init?(_ result: ControlledRuns.Result) {
    if result.run.world.mainLane == nil {
      self = .noEvents(isRunning: result.isServing)
    } else if !result.isServing {
      self = .serverGone
    } else {
      return nil
    }
  }

  /// A sentence for the user.
  public var message: Localized {
    switch self {
    case .session(let error): error.message
    case .noEvents(isRunning: true):
      Localized(
        zh: "程序没有报告任何事件：它没有使用 ProcRuntime 的 Program.run，或者在那之前停住了",
        en:
          "the program reported nothing: it does not use Program.run of ProcRuntime, or stands still before it"
      )
    case .noEvents(isRunning: false):
      Localized(
        zh: "程序在报告第一个事件之前就结束了：它没有使用 ProcRuntime 的 Program.run，或者启动失败",
        en:
          "the program ended before its first event: it does not use Program.run of ProcRuntime, or failed before it"
      )
    case .serverGone:
      Localized(
        zh: "程序在搜索途中被外部终止", en: "the program was ended from outside in the middle of the search")
    }
  }
}
