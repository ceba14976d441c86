import ProcModel
import ProcSchedule
import ProcSession

/// What is said about a search.
enum ExploreTexts {
  /// How far it is.
  static func progress(_ progress: Explorer.Progress) -> Localized {
    let counts = progress.counts
    let found = counts.findings.map(\.kind.rawValue).joined(separator: ", ")
    let seconds = TimeText.short(progress.time)
    return Localized(
      zh: "已试 \(counts.schedules) 个调度（\(counts.classes) 类），\(seconds)"
        + (found.isEmpty ? "" : "，发现：\(found)"),
      en: "\(counts.schedules) schedules tried (\(counts.classes) classes), \(seconds)"
        + (found.isEmpty ? "" : ", found: \(found)"))
  }

  /// What was tried.
  static func summary(_ counts: SearchCounts, _ strategy: StrategyName, _ time: UInt64) -> Localized
  {
    let seconds = TimeText.short(time)
    return Localized(
      zh: "\(strategy.rawValue)：\(counts.schedules) 个调度，\(counts.classes) 类，用时 \(seconds)",
      en:
        "\(strategy.rawValue): \(counts.schedules) schedules in \(counts.classes) classes, \(seconds)"
    )
  }

  /// A finding, and how often it was met.
  static func found(_ minimized: MinimizedFinding) -> Localized {
    let found = minimized.found
    return Localized(
      zh: "\(found.kind.rawValue)：\(found.count) 个调度，首次出现在第 \(found.firstAt) 个",
      en: "\(found.kind.rawValue): in \(found.count) schedules, first in number \(found.firstAt)")
  }

  /// That something from outside has touched runs.
  static func repeated(_ count: Int) -> Localized {
    Localized(
      zh: "有 \(count) 次运行受到外部干扰，已重新运行。",
      en: "\(count) runs were made again: something from outside had touched them.")
  }

  /// That the program had to be started anew.
  static func restarts(_ count: Int) -> Localized {
    Localized(
      zh: "提供运行的进程重新启动了 \(count) 次：它被外部终止，或没有及时结束一次运行。",
      en: "The process that makes the runs was started anew \(count) times: it was ended from "
        + "outside, or did not end a run in time.")
  }

  /// What comes before the simplest schedule.
  static func minimal(_ minimized: MinimizedFinding) -> Localized {
    Localized(
      zh: "  最简单的调度，切换 \(minimized.minimal.switches) 次；用它重现：",
      en: "  The simplest schedule switches \(minimized.minimal.switches) times; to repeat it:")
  }

  /// What all of it means.
  static func verdict(_ progress: Explorer.Progress) -> Localized {
    switch progress.counts.status {
    case .found:
      return Localized(zh: "有的调度会出错。", en: "There are schedules that go wrong.")
    case .exhausted:
      return Localized(
        zh: "每一类调度都试过，没有发现问题。",
        en: "Every class of schedules was tried, and nothing was found.")
    case .inconclusive:
      let why = reason(progress)
      return Localized(
        zh: "没有定论：没有发现问题，但\(why.zh)。",
        en: "Inconclusive: nothing was found, but \(why.en).")
    }
  }

  /// Why a search that has found nothing proves nothing.
  private static func reason(_ progress: Explorer.Progress) -> Localized {
    let disturbed = progress.counts.disturbed
    if progress.ending == .serversLost { return ExplorerError.serverGone.message }
    if disturbed > 0 {
      return Localized(
        zh: "有 \(disturbed) 次运行受到外部干扰，或超出了调度器的视野",
        en: "\(disturbed) runs were disturbed from outside, or did something outside the "
          + "scheduler's view")
    }
    if progress.counts.unknown > 0 { return SearchTexts.unknownKinds }
    return Localized(zh: "并非所有调度都试过", en: "not every schedule was tried")
  }
}

extension Explorer.Ending {
  /// Its name in JSON.
  var name: String {
    switch self {
    case .exhausted: "exhausted"
    case .maxSchedules: "max-schedules"
    case .maxTime: "max-seconds"
    case .stopped: "stopped"
    case .serversLost: "servers-lost"
    case .disturbed: "disturbed"
    case .unknownKinds: "unknown-kinds"
    }
  }
}
