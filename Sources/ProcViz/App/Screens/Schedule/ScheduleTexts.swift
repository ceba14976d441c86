import ProcModel
import ProcSchedule

/// Texts of the screen that shows a schedule.
enum ScheduleTexts {
  static let title = Localized(zh: "这次运行的调度", en: "the schedule of this run")
  static let about = Localized(
    zh: "这条命令把运行准确地重复到这里；加上 --headless 则不用终端、一直运行到结束。"
      + "已交给终端的剪贴板（若终端允许），也可以按住 Shift 用鼠标选取。",
    en: "This command repeats the run exactly, up to here; with --headless, without a terminal and"
      + " on to its end. It is in the terminal's clipboard, if the terminal allows that; or select it"
      + " with the mouse, holding Shift.")

  /// How long it is.
  static func size(_ schedule: Schedule) -> Localized {
    let (moves, switches) = (schedule.moves.count, schedule.switches)
    return Localized(
      zh: "\(moves) 步，切换 \(switches) 次",
      en: "\(moves) \(moves == 1 ? "move" : "moves"), "
        + "\(switches) \(switches == 1 ? "switch" : "switches")")
  }
}
