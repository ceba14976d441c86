import ProcModel

/// Texts of the knobs screen.
enum KnobsTexts {
  static let title = Localized(zh: "设置", en: "knobs")
  static func refused(_ allowed: String) -> Localized {
    Localized(zh: "不允许这个值；可用：\(allowed)", en: "not allowed; allowed: \(allowed)")
  }
  static let commandLine = Localized(zh: "等价的命令", en: "the same as a command")
}
