import ProcModel
import ProcSchedule

/// What kinds of findings are called where many are counted.
enum FindingTexts {
  /// The kind in one or two words: a new kind does not compile until it has them in both languages.
  static func name(_ kind: Finding.Kind) -> Localized {
    switch kind {
    case .lostUpdate: Localized(zh: "丢失更新", en: "lost update")
    case .dataRace: Localized(zh: "数据竞争", en: "data race")
    case .lockOrder: Localized(zh: "锁次序相反", en: "lock order")
    case .deadlock: Localized(zh: "死锁", en: "deadlock")
    case .blockedForever: Localized(zh: "永远阻塞", en: "blocked forever")
    case .livelock: Localized(zh: "活锁", en: "livelock")
    case .lockOwnerDied: Localized(zh: "锁的持有者已终止", en: "lock owner died")
    case .oversold: Localized(zh: "超卖", en: "oversold")
    case .spawnMissingGlobal: Localized(zh: "缺少全局变量", en: "missing global")
    case .processFailed: Localized(zh: "进程出错", en: "process failed")
    case .wrongResult: Localized(zh: "结果错误", en: "wrong result")
    }
  }

  /// An outcome in one or two words.
  static func name(_ outcome: Search.Outcome) -> Localized {
    switch outcome {
    case .ok: Localized(zh: "正常", en: "ok")
    case .finding(let kind): name(kind)
    }
  }
}
