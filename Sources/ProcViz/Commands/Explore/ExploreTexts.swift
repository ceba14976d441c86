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

  /// That somebody has meddled.
  static func repeated(_ count: Int) -> Localized {
    Localized(
      zh: "有 \(count) 次运行的进程被外部终止，已重新运行。",
      en: "\(count) runs were made again: a process of theirs was killed from outside.")
  }

  /// What comes before the simplest schedule.
  static func minimal(_ minimized: MinimizedFinding) -> Localized {
    Localized(
      zh: "  最简单的调度，切换 \(minimized.minimal.switches) 次；用它重现：",
      en: "  The simplest schedule switches \(minimized.minimal.switches) times; to repeat it:")
  }

  /// What all of it means.
  static func verdict(_ counts: SearchCounts) -> Localized {
    switch counts.status {
    case .found:
      return Localized(zh: "有的调度会出错。", en: "There are schedules that go wrong.")
    case .exhausted:
      return Localized(
        zh: "每一类调度都试过，没有发现问题。",
        en: "Every class of schedules was tried, and nothing was found.")
    case .inconclusive:
      let why =
        counts.disturbed > 0
        ? Localized(
          zh: "有 \(counts.disturbed) 次运行超出了调度器的视野",
          en: "\(counts.disturbed) runs did something outside the scheduler's view")
        : Localized(zh: "并非所有调度都试过", en: "not every schedule was tried")
      return Localized(
        zh: "没有定论：没有发现问题，但\(why.zh)。",
        en: "Inconclusive: nothing was found, but \(why.en).")
    }
  }
}
