import ProcModel

/// Texts of the help screen: what it says of the keys stands in their table.
enum HelpTexts {
  static let title = Localized(zh: "帮助：所有按键", en: "help: every key")
  static let signs = Localized(zh: "泳道里的符号", en: "The signs in the lanes")
}
