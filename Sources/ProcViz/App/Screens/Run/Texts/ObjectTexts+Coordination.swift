import ProcModel

/// What the objects panel says of semaphores, conditions, events and barriers.
extension ObjectTexts {
  /// How many units of a semaphore are free; `most` where there can never be more.
  static func units(_ count: Int64, of most: Int64?) -> Localized {
    if let most {
      return Localized(zh: "空余 \(count)/\(most)", en: "\(count) of \(most) free")
    }
    return Localized(zh: "空余 \(count)", en: "\(count) free")
  }
  static let set = Localized(zh: "已设置", en: "set")
  static let notSet = Localized(zh: "未设置", en: "not set")
  static let waits = Localized(zh: "等待", en: "waits")
  static let notified = Localized(zh: "已通知", en: "notified")
  static func waiting(_ count: Int) -> Localized {
    if count == 0 { return Localized(zh: "没有谁在等", en: "nobody waits") }
    return Localized(zh: "\(count) 个在等", en: count == 1 ? "1 waits" : "\(count) wait")
  }
  static let lostNotify = Localized(zh: "上次通知丢失", en: "last notify lost")
  static func arrived(_ count: Int, of parties: Int64) -> Localized {
    Localized(zh: "到达 \(count)/\(parties)", en: "\(count) of \(parties) here")
  }
  static let acting = Localized(zh: "正在执行动作", en: "its action runs")
  static let broken = Localized(zh: "已损坏", en: "broken")
}
