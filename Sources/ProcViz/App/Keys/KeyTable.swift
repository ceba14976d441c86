import ProcModel

/// The table of keys: the keys of every screen, and those that are the same on all of them.
enum KeyTable {
  /// What a key asks for that is the same on every screen.
  enum CommonAction: Sendable, Hashable, CaseIterable {
    case language, help
  }

  /// The keys that are the same on every screen.
  static let common = KeyGroup<CommonAction>(
    title: Localized(zh: "到处可用", en: "Everywhere"),
    rows: [
      KeyRow(
        ["L": .language], when: .always, name: Localized(zh: "English", en: "中文"),
        help: Localized(zh: "中文 / English", en: "English / 中文")),
      KeyRow(
        ["?": .help], when: .always, name: Localized(zh: "帮助", en: "help"),
        help: Localized(zh: "帮助：所有按键；再按返回", en: "help: every key; again: back")),
    ])

  /// What a key asks for that is the same on every screen.
  static func common(_ key: Key) -> CommonAction? {
    common.rows.lazy.compactMap { $0.action(for: key) }.first
  }

  /// What is told beside the keys: these are none of the program's own.
  static let others: [(label: Localized, help: Localized)] = [
    (
      Localized(verbatim: "Ctrl-C"),
      Localized(zh: "随时退出，不留下任何进程", en: "quit at any time; no process is left behind")
    ),
    (
      Localized(zh: "鼠标", en: "mouse"),
      Localized(
        zh: "选择泳道、时刻或列表中的一行；滚轮在时间里移动、滚动",
        en: "choose a lane, a moment, a line of a list; the wheel moves in time, or scrolls")
    ),
    (
      Localized(zh: "Shift+鼠标", en: "Shift+mouse"),
      Localized(zh: "在终端里选取文字", en: "select text, as the terminal does")
    ),
  ]

  /// The sections of a screen.
  static func sections(of kind: ScreenKind) -> [KeySection] { kind.definition.keySections }

  /// All sections, those of one screen first; last the keys that are the same everywhere.
  static func sections(first kind: ScreenKind) -> [KeySection] {
    let others = ScreenKind.allCases.filter { $0 != kind }
    return ([kind] + others).flatMap { sections(of: $0) } + [commonSection]
  }

  /// How a key of the run screen is written that a suggestion names in English.
  static func label(ofRunKey name: String) -> Localized {
    let keys = sections(of: .run).flatMap(\.entries).flatMap(\.keys)
    return keys.lazy.map(\.label).first { $0.en == name } ?? Localized(verbatim: name)
  }

  private static var commonSection: KeySection {
    KeySection(title: common.title, entries: common.rows.map { KeyEntry($0) })
  }
}

extension Screen {
  /// The screen's part of the table as it is written down.
  static var keySections: [KeySection] {
    keys.map { KeySection(title: $0.title, entries: $0.rows.map { KeyEntry($0) }) }
  }

  /// What a key asks for on this screen: where two rows have it, the one whose condition holds comes
  /// before the one that is always there.
  static func action(for key: Key, in state: AppState) -> Action? {
    let rows = keys.flatMap(\.rows).filter { $0.action(for: key) != nil }
    let special = rows.first { $0.condition != .always && $0.condition.holds(in: state) }
    return (special ?? rows.first { $0.condition == .always })?.action(for: key)
  }

  /// What the bar at the bottom says: of each action the row that holds now.
  func barItems(_ state: AppState) -> [BarView.Item] {
    let rows = Self.keys.flatMap(\.rows)
    let items = bar(state).compactMap { key -> BarView.Item? in
      switch key {
      case .own(let action):
        rows.first { $0.bindings.contains { $0.action == action } && $0.condition.holds(in: state) }
          .map { Self.item($0, state.language) }
      case .common(let action):
        KeyTable.common.rows.first { $0.bindings.contains { $0.action == action } }
          .map { Self.item($0, state.language) }
      }
    }
    return items
  }

  /// What a bar would say of some actions, whether they can be done now or not.
  static func items(for actions: [Action], _ language: Language) -> [BarView.Item] {
    let rows = keys.flatMap(\.rows)
    return actions.compactMap { action in
      rows.first { $0.bindings.contains { $0.action == action } }.map { item($0, language) }
    }
  }

  private static func item<Other>(_ row: KeyRow<Other>, _ language: Language) -> BarView.Item {
    let leads = row.bindings.contains { $0.key == .escape || $0.key == "?" }
    return BarView.Item(
      key: Key.label(row.inBar.map(\.key))[language], meaning: row.name[language], isKept: leads)
  }
}
