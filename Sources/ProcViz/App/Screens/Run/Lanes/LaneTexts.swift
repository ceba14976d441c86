import ProcModel

/// What is said about how the lanes are arranged.
enum LaneTexts {
  static let nothingEnded = Localized(
    zh: "还没有进程结束，没有可折叠的", en: "no lane has ended: nothing to fold")
  static let noWorkers = Localized(
    zh: "这里没有进程池的工作进程", en: "there are no workers of a pool here")
  static let grouped = Localized(
    zh: "每个进程池的工作进程合为一行；Enter 展开，g 取消",
    en: "the workers of each pool share a row; Enter opens it, g shows all rows again")
  static let ranked = Localized(
    zh: "此刻值得注意的泳道排在前面：出错、等待、持有锁；O 恢复原来的次序",
    en: "what matters comes first: wrong, waiting, holding; O again: in starting order")
  static let filtered = Localized(zh: "已筛选", en: "filtered")
  static let allHidden = Localized(
    zh: "所有泳道都隐藏了：按 f 选择要看的", en: "all lanes are hidden: f chooses what to see")

  static func folded(_ count: Int) -> Localized {
    Localized(
      zh: "已折叠 \(count) 条结束的泳道；F 或 Enter 展开",
      en: "\(count) that \(count == 1 ? "has" : "have") ended \(count == 1 ? "is" : "are") folded;"
        + " F or Enter shows \(count == 1 ? "it" : "them") again")
  }

  /// The name of a row with the lanes that have ended.
  static func ended(_ count: Int) -> Localized {
    Localized(zh: "已结束 ×\(count)", en: "ended ×\(count)")
  }
}
