import ProcModel

/// What a key of the screen of a comparison asks for.
enum CompareAction: Sendable, Hashable, CaseIterable {
  case moveBack, moveForth, tenBack, tenForth, start, end, parting, up, down, again, back
}

extension CompareState {
  static let keys = [
    KeyGroup<CompareAction>(
      title: Localized(zh: "对比", en: "Comparing"),
      rows: [
        KeyRow(
          [.left: .moveBack, .right: .moveForth],
          also: [.home: .start, .end: .end], unnamed: [.pageUp: .tenBack, .pageDown: .tenForth],
          when: .compared, name: Localized(zh: "逐步看", en: "move by move"),
          help: Localized(
            zh: "后退、前进一步；到开头、结尾", en: "a move back, one forth; to the start, the end")),
        KeyRow(
          ["d": .parting], when: .compared, name: Localized(zh: "分歧处", en: "divergence"),
          help: Localized(zh: "回到两者的分歧处", en: "back to where the two diverge")),
        KeyRow(
          [.up: .up, .down: .down], also: ["k": .up, "j": .down], when: .moreLanes,
          name: Localized(zh: "泳道", en: "lanes"),
          help: Localized(zh: "看其余的泳道", en: "other lanes, where not all have room")),
        KeyRow(
          ["r": .again], when: .always, name: Localized(zh: "重来", en: "again"),
          help: Localized(zh: "再对比一次", en: "compare again")),
        KeyRow(
          ["c": .back, "q": .back], also: [.escape: .back], when: .always,
          name: Localized(zh: "返回", en: "back"),
          help: Localized(zh: "返回运行", en: "back to the run")),
      ])
  ]

  func bar(_ state: AppState) -> [BarKey<CompareAction>] {
    var keys: [BarKey<CompareAction>] = []
    if pair != nil { keys = [.own(.moveBack), .own(.parting), .own(.up), .own(.again)] }
    return keys + [.common(.help), .own(.back), .common(.language)]
  }
}
