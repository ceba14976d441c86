import ProcModel

/// What a key of help asks for.
enum HelpAction: Sendable, Hashable, CaseIterable {
  case up, down, pageUp, pageDown, start, end, back
}

extension HelpScreen {
  static let keys = [
    KeyGroup<HelpAction>(
      title: Localized(zh: "帮助", en: "Help"),
      rows: [
        KeyRow(
          [.up: .up, .down: .down],
          also: ["k": .up, "j": .down, .pageUp: .pageUp, .pageDown: .pageDown],
          unnamed: [" ": .pageDown, .home: .start, .end: .end], when: .always,
          name: Localized(zh: "滚动", en: "scroll"),
          help: Localized(zh: "滚动一行、一页", en: "scroll a line, a page")),
        KeyRow(
          [.escape: .back], also: ["q": .back, "?": .back], unnamed: [.enter: .back],
          when: .always, name: Localized(zh: "返回", en: "back"),
          help: Localized(zh: "返回原来的画面", en: "back to the screen as it was")),
      ])
  ]

  func bar(_ state: AppState) -> [BarKey<HelpAction>] {
    [.own(.up), .common(.language), .own(.back)]
  }
}
