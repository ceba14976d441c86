import ProcModel

/// What a key of the screen of a search asks for.
enum ExploreAction: Sendable, Hashable, CaseIterable {
  case up, down, open, stop, again, nextStrategy, back
}

extension ExploreState {
  static let keys = [
    KeyGroup<ExploreAction>(
      title: Localized(zh: "搜索调度", en: "Exploring"),
      rows: [
        KeyRow(
          [.enter: .open], when: .found, name: Localized(zh: "打开", en: "open"),
          help: Localized(
            zh: "打开所选错误最简单的调度；s 沿着它走，End 走到结尾",
            en: "open the simplest schedule of the finding; s follows it, End goes to its end")),
        KeyRow(
          [.up: .up, .down: .down], also: ["k": .up, "j": .down], when: .foundSeveral,
          name: Localized(zh: "选择", en: "choose"),
          help: Localized(zh: "选择一个错误", en: "choose a finding")),
        KeyRow(
          ["s": .stop], unnamed: [" ": .stop], when: .searching,
          name: Localized(zh: "停止", en: "stop"),
          help: Localized(
            zh: "停止；再按，连化简也停止", en: "stop; again: stop the shortening, too")),
        KeyRow(
          ["r": .again], when: .always, name: Localized(zh: "再搜索", en: "again"),
          help: Localized(zh: "再搜索一次", en: "search again")),
        KeyRow(
          ["t": .nextStrategy], when: .always, name: Localized(zh: "策略", en: "strategy"),
          help: Localized(zh: "换一种策略，再搜索", en: "search with the next strategy")),
        KeyRow(
          ["q": .back], also: [.escape: .back, "x": .back], when: .always,
          name: Localized(zh: "返回", en: "back"),
          help: Localized(zh: "返回；搜索随之结束", en: "back; the search ends")),
      ])
  ]

  func bar(_ state: AppState) -> [BarKey<ExploreAction>] {
    [
      .own(.stop), .own(.open), .own(.up), .own(.again), .own(.nextStrategy), .common(.help),
      .own(.back), .common(.language),
    ]
  }
}
