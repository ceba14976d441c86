import ProcModel

/// What a key of the menu asks for.
enum MenuAction: Sendable, Hashable, CaseIterable {
  case up, down, first, last, run, knobs, explore, quit
}

extension MenuScreen {
  static let keys = [
    KeyGroup<MenuAction>(
      title: Localized(zh: "菜单", en: "The menu"),
      rows: [
        KeyRow(
          [.up: .up, .down: .down], also: ["k": .up, "j": .down],
          unnamed: [.home: .first, .pageUp: .first, .end: .last, .pageDown: .last], when: .always,
          name: Localized(zh: "选择", en: "choose"),
          help: Localized(zh: "选择场景", en: "choose a scenario")),
        KeyRow(
          [.enter: .run], when: .always, name: Localized(zh: "运行", en: "run"),
          help: Localized(zh: "打开并运行它", en: "open and run it")),
        KeyRow(
          ["o": .knobs], when: .always, name: Localized(zh: "设置", en: "knobs"),
          help: Localized(zh: "运行之前先看它的全部设置", en: "its knobs, before it runs")),
        KeyRow(
          ["x": .explore], when: .always, name: Localized(zh: "搜索", en: "explore"),
          help: Localized(
            zh: "搜索它的调度：哪些会出错", en: "search its schedules for one that goes wrong")),
        KeyRow(
          ["q": .quit], also: [.escape: .quit], when: .always,
          name: Localized(zh: "退出", en: "quit"),
          help: Localized(zh: "退出程序", en: "quit")),
      ])
  ]

  func bar(_ state: AppState) -> [BarKey<MenuAction>] {
    [
      .own(.up), .own(.run), .own(.knobs), .own(.explore), .common(.language), .common(.help),
      .own(.quit),
    ]
  }
}
