import ProcModel

/// What a key of the wait-for graph asks for.
enum WaitGraphAction: Sendable, Hashable {
  case up, down, back
  /// What it asks for in the run screen.
  case run(RunAction)
}

extension WaitGraphScreen {
  static let keys = [
    KeyGroup<WaitGraphAction>(
      title: Localized(zh: "谁等谁", en: "Who waits for whom"),
      rows: RunScreen.timeAndSteps.map { $0.map { .run($0) } } + [
        KeyRow(
          [.up: .up, .down: .down], also: ["k": .up, "j": .down], when: .always,
          name: Localized(zh: "滚动", en: "scroll"),
          help: Localized(zh: "滚动", en: "scroll")),
        KeyRow(
          ["w": .back, "q": .back], also: [.escape: .back], when: .always,
          name: Localized(zh: "返回", en: "back"),
          help: Localized(zh: "返回运行", en: "back to the run")),
      ])
  ]

  func bar(_ state: AppState) -> [BarKey<WaitGraphAction>] {
    [
      .own(.run(.look(.eventBack))), .own(.run(.steer(.step))), .own(.up), .common(.help),
      .own(.back),
      .common(.language),
    ]
  }
}
