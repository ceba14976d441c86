import ProcModel

/// Texts of the knobs screen.
enum KnobsTexts {
  static let title = Localized(zh: "设置", en: "knobs")
  static func refused(_ allowed: String) -> Localized {
    Localized(zh: "不允许这个值；可用：\(allowed)", en: "not allowed; allowed: \(allowed)")
  }
  static let commandLine = Localized(zh: "同样的命令", en: "the same as a command")

  static func keys(_ language: Language) -> [BarView.Item] {
    KeyTexts.items(
      [
        ("↑ ↓", Localized(zh: "选择", en: "choose")),
        ("← →", Localized(zh: "改变", en: "change")),
        ("0…9", Localized(zh: "输入数字", en: "type a number")),
        ("Enter", Localized(zh: "运行", en: "run")),
        ("Esc", Localized(zh: "返回", en: "back")),
      ], language)
  }
}
