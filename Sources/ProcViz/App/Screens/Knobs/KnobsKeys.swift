import ProcModel

/// What a key of the knobs screen asks for.
enum KnobsAction: Sendable, Hashable {
  case up, down, first, last, previousValue, nextValue, erase, run, back
  case type(Character)
}

extension KnobsState {
  static let keys = [
    KeyGroup<KnobsAction>(
      title: Localized(zh: "设置", en: "The knobs"),
      rows: [
        KeyRow(
          [.up: .up, .down: .down], also: ["k": .up, "j": .down],
          unnamed: [.home: .first, .end: .last], when: .always,
          name: Localized(zh: "选择", en: "choose"),
          help: Localized(zh: "选择一项", en: "choose a knob")),
        KeyRow(
          [.left: .previousValue, .right: .nextValue], unnamed: [" ": .nextValue], when: .always,
          name: Localized(zh: "改变", en: "change"),
          help: Localized(zh: "换成前一个、后一个值", en: "set it to the previous, the next value")),
        KeyRow(
          [
            "0": .type("0"), "1": .type("1"), "2": .type("2"), "3": .type("3"), "4": .type("4"),
            "5": .type("5"), "6": .type("6"), "7": .type("7"), "8": .type("8"), "9": .type("9"),
          ], also: [".": .type("."), .backspace: .erase], when: .number,
          name: Localized(zh: "输入数字", en: "type a number"),
          help: Localized(zh: "输入一个数字，改正它", en: "type a number, and correct it")),
        KeyRow(
          [.enter: .run], when: .always, name: Localized(zh: "运行", en: "run"),
          help: Localized(zh: "按这些设置运行", en: "run with these")),
        KeyRow(
          [.escape: .back], also: ["q": .back, "o": .back], when: .always,
          name: Localized(zh: "返回", en: "back"),
          help: Localized(zh: "返回，不改变设置", en: "back; nothing is changed")),
      ])
  ]

  func bar(_ state: AppState) -> [BarKey<KnobsAction>] {
    [.own(.up), .own(.nextValue), .own(.type("0")), .own(.run), .own(.back)]
  }
}
