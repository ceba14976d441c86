import ProcModel

/// What a key of the filter asks for.
enum FilterAction: Sendable, Hashable, CaseIterable {
  case up, down, pageUp, pageDown, first, last, toggle, only, all, back
}

extension FilterScreen {
  static let keys = [
    KeyGroup<FilterAction>(
      title: Localized(zh: "筛选", en: "The filter"),
      rows: [
        KeyRow(
          [.up: .up, .down: .down], also: ["k": .up, "j": .down],
          unnamed: [.pageUp: .pageUp, .pageDown: .pageDown, .home: .first, .end: .last],
          when: .always, name: Localized(zh: "选择", en: "choose"),
          help: Localized(zh: "选择一类事件或一条泳道", en: "choose a kind of events, or a lane")),
        KeyRow(
          [" ": .toggle], unnamed: [.enter: .toggle], when: .always,
          name: Localized(zh: "显示/隐藏", en: "show or hide"),
          help: Localized(zh: "显示或隐藏它", en: "show it, or hide it")),
        KeyRow(
          ["o": .only], when: .always, name: Localized(zh: "只看它", en: "only this"),
          help: Localized(zh: "只看它；再按全部显示", en: "show only this; again: all of its sort")),
        KeyRow(
          ["a": .all], when: .always, name: Localized(zh: "全部显示", en: "show all"),
          help: Localized(zh: "全部显示", en: "show everything")),
        KeyRow(
          [.escape: .back], also: ["q": .back, "f": .back], when: .always,
          name: Localized(zh: "返回", en: "back"),
          help: Localized(zh: "返回运行", en: "back to the run")),
      ])
  ]

  func bar(_ state: AppState) -> [BarKey<FilterAction>] {
    [.own(.up), .own(.toggle), .own(.only), .own(.all), .own(.back)]
  }
}

extension Update {
  /// Opens the filter.
  static func openFilter(in state: inout AppState) -> [Effect] {
    state.stack.push(.filter(FilterScreen()))
    return []
  }
}
