import ProcModel
import ProcSchedule

/// What kinds of findings are called where many are counted.
enum FindingTexts {
  /// The kind in one or two words; the name of JSON lines where there is none.
  static func name(_ kind: Finding.Kind) -> Localized {
    names[kind.rawValue] ?? Localized(verbatim: kind.rawValue)
  }

  /// An outcome in one or two words.
  static func name(_ outcome: Search.Outcome) -> Localized {
    switch outcome {
    case .ok: Localized(zh: "正常", en: "ok")
    case .finding(let kind): name(kind)
    }
  }

  private static let names: [String: Localized] = [
    "lost-update": Localized(zh: "丢失更新", en: "lost update"),
    "data-race": Localized(zh: "数据竞争", en: "data race"),
    "lock-order": Localized(zh: "锁次序相反", en: "lock order"),
    "deadlock": Localized(zh: "死锁", en: "deadlock"),
    "blocked-forever": Localized(zh: "永远阻塞", en: "blocked forever"),
    "lock-owner-died": Localized(zh: "持锁者已死", en: "lock owner died"),
    "oversold": Localized(zh: "超卖", en: "oversold"),
    "spawn-missing-global": Localized(zh: "缺少全局变量", en: "missing global"),
    "process-failed": Localized(zh: "进程出错", en: "process failed"),
    "wrong-result": Localized(zh: "结果错误", en: "wrong result"),
  ]
}
