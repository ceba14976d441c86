import ProcModel

/// What a key asks for where everything is read at length.
enum ReadingAction: Sendable, Hashable {
  case up, down, pageUp, pageDown, back
  /// What it asks for in the run screen.
  case run(RunAction)
}

extension ReadingScreen {
  static let keys = [
    KeyGroup<ReadingAction>(
      title: Localized(zh: "详细说明", en: "Details"),
      rows: [
        KeyRow(
          [.up: .up, .down: .down],
          also: ["k": .up, "j": .down, .pageUp: .pageUp, .pageDown: .pageDown], when: .always,
          name: Localized(zh: "滚动", en: "scroll"),
          help: Localized(zh: "滚动一行、一页", en: "scroll a line, a page"))
      ] + RunScreen.timeAndSteps.about(ReadingScreen.runActions).map { $0.map { .run($0) } } + [
        KeyRow(
          ["e": .back, "q": .back], also: [.escape: .back], unnamed: [.enter: .back],
          when: .always, name: Localized(zh: "返回", en: "back"),
          help: Localized(zh: "返回运行", en: "back to the run"))
      ])
  ]

  /// What is handed on to the run: a page is one of text here.
  private static let runActions: Set<RunAction> = [
    .look(.eventBack), .look(.start), .look(.columnBack), .steer(.step), .steer(.pause),
    .steer(.goOn), .play(.toggle),
  ]

  func bar(_ state: AppState) -> [BarKey<ReadingAction>] {
    [
      .own(.up), .own(.run(.look(.eventBack))), .own(.run(.steer(.step))), .common(.help),
      .own(.back),
      .common(.language),
    ]
  }
}
