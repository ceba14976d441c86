import ProcLessons
import ProcModel

/// Texts of the menu.
enum MenuTexts {
  static let subtitle = Localized(zh: "看见多进程在做什么", en: "see what processes really do")
  static let lookFor = Localized(zh: "看点", en: "what to look for")
  static let languages = Localized(zh: "L English", en: "L 中文")

  static func keys(_ language: Language) -> [BarView.Item] {
    KeyTexts.items(
      [
        ("↑ ↓", Localized(zh: "选择", en: "choose")),
        ("Enter", Localized(zh: "运行", en: "run")),
        ("o", Localized(zh: "设置", en: "knobs")),
        ("x", Localized(zh: "搜索", en: "explore")),
        ("L", Localized(zh: "语言", en: "language")),
        ("?", Localized(zh: "帮助", en: "help")),
        ("q", Localized(zh: "退出", en: "quit")),
      ], language)
  }
}

/// Keys and their meanings for the bar at the bottom.
enum KeyTexts {
  static let space = Localized(zh: "空格", en: "space")

  static func items(_ pairs: [(String, Localized)], _ language: Language) -> [BarView.Item] {
    pairs.map { BarView.Item(key: $0.0, meaning: $0.1[language]) }
  }

  /// The keys of the run screen, the most wanted first where not all have room.
  static func run(_ run: RunState, _ language: Language) -> [BarView.Item] {
    if let replay = run.replay {
      return items(ReplayTexts.keys(replay, run.mode, language) + leaving + later, language)
    }
    let isHeld = run.mode != .running && run.mode != .finished
    var pairs: [(String, Localized)] = []
    if run.mode != .finished {
      pairs.append(
        (
          space[language],
          isHeld ? Localized(zh: "继续", en: "go on") : Localized(zh: "暂停", en: "pause")
        ))
    }
    pairs.append(("s", Localized(zh: "单步", en: "step")))
    pairs += isHeld ? held(run) + leaving + again(run) : again(run) + leaving
    pairs += further(run)
    // While events are looked for, n is another key.
    if run.search == nil { pairs.append(("n p", Localized(zh: "换场景", en: "next"))) }
    pairs += later
    return items(pairs, language)
  }

  private static let later = [
    ("← →", Localized(zh: "时间", en: "time")),
    ("z Z", Localized(zh: "缩放", en: "zoom")),
    ("W", Localized(zh: "录制", en: "record")),
    ("L", Localized(zh: "English", en: "中文")),
    ("/", Localized(zh: "查找", en: "find")),
  ]

  private static func held(_ run: RunState) -> [(String, Localized)] {
    var pairs = [
      ("1-9", Localized(zh: "执行", en: "move")), ("u", Localized(zh: "退回", en: "undo")),
    ]
    if run.isControlled { pairs.append(("y", Localized(zh: "调度", en: "schedule"))) }
    return pairs
  }

  private static let leaving = [
    ("?", Localized(zh: "帮助", en: "help")), ("q", Localized(zh: "返回", en: "back")),
  ]

  private static func again(_ run: RunState) -> [(String, Localized)] {
    var pairs: [(String, Localized)] = []
    if run.hasLockKnob { pairs.append(("l", Localized(zh: "锁", en: "lock"))) }
    pairs.append(("x", Localized(zh: "搜索", en: "explore")))
    pairs.append(("r", Localized(zh: "重来", en: "again")))
    if run.scenario != nil { pairs.append(("o", Localized(zh: "设置", en: "knobs"))) }
    return pairs
  }

  private static func further(_ run: RunState) -> [(String, Localized)] {
    var pairs: [(String, Localized)] = []
    if run.hasLockKnob { pairs.append(("c", Localized(zh: "对比", en: "compare"))) }
    pairs.append(("w", Localized(zh: "谁等谁", en: "waits")))
    if !run.knobs["start-method"].isEmpty { pairs.append(("m", Localized(verbatim: "fork/spawn"))) }
    return pairs
  }
}
