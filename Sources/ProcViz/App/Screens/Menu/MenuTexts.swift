import ProcModel

/// Texts of the menu.
enum MenuTexts {
  static let subtitle = Localized(zh: "看见多进程在做什么", en: "see what processes really do")
  static let lookFor = Localized(zh: "看点", en: "what to look for")
  static let languages = Localized(zh: "L English", en: "L 中文")
}
