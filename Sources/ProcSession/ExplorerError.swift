public import ProcModel

/// Why a program's schedules could not be searched.
public enum ExplorerError: Error, Sendable, Hashable {
  /// It could not be started.
  case session(SessionError)
  /// It ended, or waited, without a word on the event channel.
  case noEvents(isRunning: Bool)
  /// Its server of runs was ended from outside again and again.
  case serverGone

  /// What a run says of its program; nil: nothing that keeps the search from going on.
  init?(_ result: ControlledRuns.Result, _ runs: UndisturbedRuns, hasSpoken: Bool) {
    if runs.isHopeless {
      let isProgramsDoing = !hasSpoken && !result.wasServerKilled
      self = isProgramsDoing ? .noEvents(isRunning: false) : .serverGone
    } else if result.run.world.mainLane == nil, !result.wasKilledUnborn, result.isServing {
      self = .noEvents(isRunning: true)
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
          "the program reported nothing: it does not use Program.run of ProcRuntime, or stops before that"
      )
    case .noEvents(isRunning: false):
      Localized(
        zh: "程序在报告第一个事件之前就结束了：它没有使用 ProcRuntime 的 Program.run，或者启动失败",
        en:
          "the program ended before its first event: it does not use Program.run of ProcRuntime, or failed before that"
      )
    case .serverGone:
      Localized(
        zh: "提供运行的进程接连被外部终止",
        en: "the process that makes the runs was ended from outside again and again")
    }
  }
}
