import ProcModel

/// What a key asks for while a line is typed; every character goes into the line.
enum LineAction: Sendable, Hashable, CaseIterable {
  case send, jump, last, erase, cancel
}

extension LineScreen {
  static let keys = [
    KeyGroup<LineAction>(
      title: Localized(zh: "输入一行", en: "Typing a line"),
      rows: [
        KeyRow(
          [.enter: .send], when: .typingInput, name: Localized(zh: "发送", en: "send"),
          help: Localized(zh: "把这一行交给进程", en: "hand the line to the process")),
        KeyRow(
          [.enter: .jump], when: .typingQuery, name: Localized(zh: "跳到下一处", en: "jump"),
          help: Localized(
            zh: "查找时：跳到下一处；空行则重复上次的查找",
            en:
              "while looking for events: jump to the next hit; an empty line repeats the last search"
          )),
        KeyRow(
          [.up: .last], when: .typingQuery, name: Localized(zh: "上次的", en: "last"),
          help: Localized(
            zh: "查找时：取回上次查找的文字", en: "while looking for events: the text of the last search")),
        KeyRow(
          [.backspace: .erase], also: [.delete: .erase], when: .always,
          name: Localized(zh: "删除", en: "erase"),
          help: Localized(zh: "删除最后一个字符", en: "erase the last character")),
        KeyRow(
          [.escape: .cancel], when: .always, name: Localized(zh: "取消", en: "cancel"),
          help: Localized(zh: "取消，什么也不发送", en: "cancel; nothing is sent")),
      ])
  ]

  func bar(_ state: AppState) -> [BarKey<LineAction>] { [.own(.send), .own(.jump), .own(.cancel)] }
}
