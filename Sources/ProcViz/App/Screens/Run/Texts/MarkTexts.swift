import ProcModel

/// What is said about marked moments.
enum MarkTexts {
  static let none = Localized(
    zh: "还没有标记：按 M 标记所看的时刻", en: "no mark is set: M marks the moment that is looked at")

  /// A mark was set at a time since the first event, nanoseconds.
  static func set(at time: UInt64, number: Int, of count: Int) -> Localized {
    let clock = TimeText.clock(time)
    return Localized(
      zh: "已标记 \(clock)（第 \(number)/\(count) 个）；' 跳到下一个标记，再按 M 去掉",
      en: "marked \(clock) (\(number) of \(count)); ' jumps to the next mark, M again removes it")
  }

  static func removed(left count: Int) -> Localized {
    Localized(
      zh: "已去掉标记，还剩 \(count) 个",
      en: "the mark is removed; \(count) \(count == 1 ? "is" : "are") left")
  }

  static func reached(_ number: Int, of count: Int) -> Localized {
    Localized(zh: "标记 \(number)/\(count)", en: "mark \(number) of \(count)")
  }
}
