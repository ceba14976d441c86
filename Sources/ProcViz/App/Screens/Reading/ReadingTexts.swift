import ProcModel

/// Texts of the screen that says everything at length.
enum ReadingTexts {
  static let title = Localized(zh: "详细说明", en: "at length")

  static func keys(_ language: Language) -> [BarView.Item] {
    KeyTexts.items(
      [
        ("↑ ↓", Localized(zh: "滚动", en: "scroll")),
        ("← →", Localized(zh: "时间", en: "time")),
        ("s", Localized(zh: "单步", en: "step")),
        ("?", Localized(zh: "帮助", en: "help")),
        ("e q", Localized(zh: "返回", en: "back")),
        ("L", Localized(zh: "English", en: "中文")),
      ], language)
  }
}
