import ProcModel

/// The schedule of the run so far, to be copied.
struct ScheduleScreen: Screen {
  func perform(_ action: ScheduleAction, in state: inout AppState) -> [Effect] {
    switch action {
    case .back: state.stack.pop()
    }
    return []
  }

  func use(_ mouse: MouseAction, in state: inout AppState) -> [Effect] { [] }

  func frame(of state: AppState, bar: [BarView.Item]) -> Frame {
    guard let run = state.run else { return Frame(size: state.size) }
    return ScheduleView.frame(of: run, look: state.look, size: state.size, bar: bar)
  }
}

/// What a key of the screen with the schedule asks for.
enum ScheduleAction: Sendable, Hashable, CaseIterable {
  case back
}

extension ScheduleScreen {
  static let keys = [
    KeyGroup<ScheduleAction>(
      title: Localized(zh: "调度", en: "The schedule"),
      rows: [
        KeyRow(
          [.escape: .back], also: ["q": .back, "y": .back], unnamed: [.enter: .back],
          when: .always, name: Localized(zh: "返回", en: "back"),
          help: Localized(zh: "返回运行", en: "back to the run"))
      ])
  ]

  func bar(_ state: AppState) -> [BarKey<ScheduleAction>] { [.own(.back)] }
}

extension Update {
  /// Shows the schedule of the run so far, and hands it to the terminal's clipboard.
  static func openSchedule(in state: inout AppState) -> [Effect] {
    guard let run = state.run else { return [] }
    guard let command = run.scheduleCommand else {
      state.run?.notice = run.replay == nil ? StepTexts.noSchedule : ReplayTexts.noSchedule
      return []
    }
    state.stack.push(.schedule(ScheduleScreen()))
    return [.copy(command)]
  }
}
