import ProcModel
import ProcSession

/// Texts of the screen that puts two runs side by side.
enum CompareTexts {
  static let title = Localized(zh: "对比", en: "side by side")
  static let moves = Localized(zh: "步", en: "move")
  static let searching = Localized(
    zh: "正在找一个会出错的次序……", en: "looking for an order that goes wrong …")
  static let running = Localized(
    zh: "正在用同一个调度各跑一遍……", en: "running both by the same schedule …")
  static let noLock = Localized(
    zh: "这个场景没有 lock 这项设置，没有可对比的",
    en: "this scenario has no knob lock: there is nothing to compare")
  static let nothing = Localized(zh: "没有谁能再前进", en: "no lane can move any more")
  static let fine = Localized(zh: "没有发现问题", en: "nothing was found")
  static let same = Localized(
    zh: "按这个调度，两次运行没有分别。", en: "By this schedule, the two runs do not differ.")
  static func waits(_ name: String, for lock: String, heldBy owner: String) -> Localized {
    name == owner
      ? Localized(
        zh: "\(name) 要等 \(lock)，而持有它的正是自己", en: "\(name) waits for \(lock), which it holds itself")
      : Localized(
        zh: "\(name) 要等 \(lock)，它由 \(owner) 持有",
        en: "\(name) waits for \(lock), which \(owner) holds")
  }

  static func move(_ number: Int, of count: Int) -> Localized {
    Localized(zh: "第 \(number) 步，共 \(count) 步", en: "move \(number) of \(count)")
  }
  static let divergence = Localized(zh: "两者在此分歧", en: "here they diverge")
  static let after = Localized(
    zh: "调度已走完，其余按默认次序", en: "the schedule is over; the rest goes by default")

  static func origin(_ origin: Comparison.Origin) -> Localized {
    switch origin {
    case .given: Localized(zh: "这次运行的调度", en: "the schedule of this run")
    case .found: Localized(zh: "搜索找到的出错调度", en: "a schedule that goes wrong")
    case .plain: Localized(zh: "默认次序", en: "the default order")
    }
  }
}
