import ProcModel

/// Sentences about terminals that will not do.
enum TerminalTexts {
  static let notATerminal = Localized(
    zh: "标准输入和标准输出都必须是终端；否则请加上 --headless（run 和 replay 都可以）",
    en: "standard input and output must be a terminal; without one, add --headless to run or replay"
  )
  static let termUnset = Localized(
    zh: "环境变量 TERM 未设置；例如可以试试 TERM=xterm-256color",
    en: "the variable TERM is not set; try TERM=xterm-256color, for example")
  static func termUnknown(_ name: String) -> Localized {
    Localized(
      zh: "不认识终端类型 TERM=\(name)；例如可以试试 TERM=xterm-256color",
      en: "the terminal type TERM=\(name) is not known here; try TERM=xterm-256color, for example")
  }
  static func cannotMoveCursor(_ name: String) -> Localized {
    Localized(
      zh: "终端 TERM=\(name) 不能移动光标，无法显示界面；可以加上 --headless（run 和 replay 都可以）",
      en: "the terminal TERM=\(name) cannot move its cursor; add --headless (to run or replay)")
  }
  static func tooSmall(_ size: Size) -> Localized {
    let now = "\(size.columns)×\(size.rows)"
    let least = "\(Layout.minimum.columns)×\(Layout.minimum.rows)"
    return Localized(
      zh: "终端只有 \(now)，至少需要 \(least)；请放大窗口再试",
      en: "the terminal has only \(now) cells; at least \(least) are needed: enlarge the window")
  }
  static let failed = Localized(
    zh: "ncurses 无法使用这个终端", en: "ncurses cannot use this terminal")
}

extension TerminalTexts {
  /// What the screen says that has become too small.
  static func enlarge(_ size: Size) -> Localized {
    let least = "\(Layout.minimum.columns)×\(Layout.minimum.rows)"
    return Localized(
      zh: "窗口太小（\(size.columns)×\(size.rows)），至少需要 \(least)",
      en: "too small (\(size.columns)×\(size.rows)): at least \(least) needed")
  }
}
