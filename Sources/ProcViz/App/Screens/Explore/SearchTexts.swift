import ProcLessons
import ProcModel

/// Texts of the screen of a search.
enum SearchTexts {
  static let title = Localized(zh: "搜索调度", en: "explore")
  static let outcomes = Localized(zh: "结果", en: "outcomes")
  static let schedules = Localized(zh: "已试调度", en: "schedules")
  static let classes = Localized(zh: "类", en: "classes")
  static let perSecond = Localized(zh: "每秒", en: "per second")
  static let time = Localized(zh: "用时", en: "time")
  static let nothingYet = Localized(
    zh: "正在启动第一个调度……", en: "the first schedule is being started …")
  static let whatClassesAre = Localized(
    zh: "同一类的调度只在互不相干的操作上先后不同，结果必然一样，每类试一个就够了。",
    en: """
      Schedules of one class differ only in the order of operations that do not depend on each \
      other: they all end alike, and one of them is enough.
      """)

  static let searching = Localized(
    zh: "正在搜索：每个调度都由一组新的真实进程跑一遍",
    en: "searching: every schedule is run by new real processes")
  static let shortening = Localized(
    zh: "正在简化：为每种错误找切换最少的调度",
    en: "shortening: looking for the schedule with the fewest switches for each finding")
  static let exhausted = Localized(
    zh: "每一类调度都试过，没有发现问题。",
    en: "Every class of schedules was tried, and nothing was found.")
  static func found(_ wrong: Int, of total: Int) -> Localized {
    Localized(
      zh: "\(total.grouped) 个调度中有 \(wrong.grouped) 个出错。",
      en: "\(wrong.grouped) of \(total.grouped) schedules \(wrong == 1 ? "goes" : "go") wrong.")
  }
  static let dangerOnly = Localized(
    zh: "没有哪个调度出错，但有隐患。", en: "No schedule has gone wrong, but there is a danger.")
  static let inconclusive = Localized(
    zh: "没有定论：没有发现问题，但没有试遍。",
    en: "Inconclusive: nothing was found, but not everything was tried.")
  static let everyClass = Localized(
    zh: "每一类调度都试过。", en: "Every class of schedules was tried.")

  static let stopped = Localized(zh: "你中途停止了搜索。", en: "You stopped the search.")
  static func schedulesReached(_ limit: String) -> Localized {
    Localized(zh: "达到了 \(limit) 个调度的上限。", en: "It reached its limit of \(limit) schedules.")
  }
  static func timeReached(_ limit: String) -> Localized {
    Localized(zh: "达到了 \(limit) 的时间上限。", en: "It reached its limit of \(limit).")
  }
  static func neverKnows(_ strategy: String) -> Localized {
    Localized(
      zh: "\(strategy) 随机选择，无法知道是否已经试遍。",
      en: "\(strategy) chooses at random: it cannot know whether it has tried everything.")
  }
  static func disturbed(_ count: String) -> Localized {
    Localized(
      zh: "有 \(count) 次运行超出了调度器的视野（计算太久、被外部杀死或执行过程不同）。",
      en: """
        \(count) runs did something outside the scheduler's view: they took too long, were killed \
        from outside, or took another path than before.
        """)
  }
  static let unknownKinds = Localized(
    zh: "程序报告了本版本不认识的事件类型，它们怎样影响其他泳道无从得知",
    en: "the program reported events of kinds that this version does not know, "
      + "and what they do to other lanes cannot be told")
  /// The same as a sentence.
  static let hasUnknownKinds = Localized(
    zh: unknownKinds.zh + "。",
    en: unknownKinds.en.prefix(1).uppercased() + unknownKinds.en.dropFirst() + ".")
  static func limits(_ schedules: String, _ time: String) -> Localized {
    Localized(zh: "最多 \(schedules) 个、\(time)", en: "at most \(schedules), \(time)")
  }

  static func firstAt(_ number: String) -> Localized {
    Localized(zh: "首次出现在第 \(number) 个调度", en: "first in schedule \(number)")
  }
  static func switches(_ count: Int) -> Localized {
    Localized(
      zh: "最简单的调度，切换 \(count) 次进程",
      en: count == 1 ? "the simplest: 1 switch" : "the simplest: \(count) switches")
  }
  static let open = Localized(
    zh: "打开最简单的出错调度，逐步走一遍",
    en: "open the simplest schedule that fails, and step through it")
  static let openShort = Localized(zh: "打开，逐步走一遍", en: "open and step through it")
  static let opening = Localized(
    zh: "先简化调度，马上打开……", en: "shortening it first, then it opens …")
  static let notYetTold = Localized(
    zh: "搜索结束或按 Enter 后，这里说明它为什么出错。",
    en: "Why it goes wrong is told here when the search ends, or after Enter.")

  static func strategy(_ name: StrategyName) -> Localized {
    switch name {
    case .dpor: Localized(zh: "穷尽，每类一个", en: "exhaustive, one of each class")
    case .dfs: Localized(zh: "穷尽，逐个", en: "exhaustive, one by one")
    case .random: Localized(zh: "每步随机选择", en: "random at every move")
    case .pct: Localized(zh: "随机优先级", en: "random priorities")
    }
  }

  /// The notice with which a run opens that follows a schedule.
  static let followsSchedule = Localized(
    zh: "s 沿着出错的调度走一步，End 走到它的结尾",
    en: "s follows the failing schedule move by move, End goes to its end")

  static let planDone = Localized(
    zh: "调度走到了结尾：← 往回看，u 退回一步",
    en: "this is the end of the schedule: ← looks back, u takes a step back")
  static func nextPlanned(_ number: Int, of count: Int) -> Suggestion {
    Suggestion(
      "s", zh: "走出错调度的第 \(number) 步，共 \(count) 步；End 走到结尾",
      en: "make move \(number) of \(count) of the schedule that fails; End goes to its end")
  }
}

extension Int {
  /// With a comma between thousands: `12,345`.
  var grouped: String {
    let digits = String(magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return self < 0 ? "-" + text : text
  }
}
