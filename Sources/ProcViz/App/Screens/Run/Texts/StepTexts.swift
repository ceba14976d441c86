import ProcModel
import ProcSchedule

/// What is said about moves.
enum StepTexts {
  static let digitsWhenPaused = Localized(
    zh: "数字键让那条泳道执行一步：先按空格暂停，或按 s",
    en: "a digit moves the lane of that number: pause first, with space or s")
  static let pauseFirst = Localized(
    zh: "先按空格暂停，再按 u 退回", en: "pause first, with space; then u takes steps back")
  static let nothingToTakeBack = Localized(
    zh: "还没有步骤可以退回：这里就是开头", en: "there is no step to take back: this is the start")

  static let noSchedule = Localized(
    zh: "这次运行曾自由执行，没有调度；结束后按 s 从头单步执行，就有了",
    en: "this run ran freely and has no schedule; once it has finished, s steps through it from"
      + " the start, and makes one")
  static let deadEnd = Localized(
    zh: "再没有进程能执行：运行到此为止；按 u 可以退回",
    en: "no lane can move any more: this is the end of the run; u takes steps back")
  static let nobodyReads = Localized(
    zh: "现在没有进程在等输入", en: "no process waits for a line now")

  /// A lane that does not come to its next gate.
  static func outside(_ name: String) -> Localized {
    Localized(
      zh: "\(name) 超出了调度器的视野：它在长时间计算，或在等调度器看不见的东西",
      en: "\(name) is outside the scheduler's view: it computes for a long time, or waits for"
        + " something that cannot be seen")
  }

  static let outsideShort = Localized(
    zh: "在调度器的视野之外", en: "outside the scheduler's view")

  /// How many moves were made.
  static func moves(_ count: Int) -> Localized {
    Localized(zh: "第 \(count) 步", en: "move \(count)")
  }

  /// That a pending operation could not happen, as the rest of a sentence.
  static func prospect(_ readiness: Option.Readiness) -> Localized {
    switch readiness {
    case .ready: Localized(verbatim: "")
    case .timesOut: Localized(zh: "（执行即超时）", en: " (would time out)")
    case .blocked: Localized(zh: "（须等待）", en: " (has to wait)")
    case .stale: Localized(zh: "（再查也一样）", en: " (would learn nothing new)")
    }
  }

  static func noLane(_ number: Int) -> Localized {
    Localized(zh: "没有第 \(number) 条泳道", en: "there is no lane \(number)")
  }

  /// A lane that is not at its gate cannot be let go.
  static func notHeld(_ world: World, _ lane: LaneIndex) -> Localized {
    let name = Sanitizer.line(world.lanes[lane].name)
    let situation = world.situation(of: lane)
    return Localized(
      zh: "\(name) 现在没有可执行的步骤：\(situation.zh)",
      en: "\(name) has no step to make now: it \(situation.en)")
  }

  /// Why a lane that is held cannot be let go.
  static func cannotMove(
    _ world: World, _ lane: LaneIndex, _ readiness: Option.Readiness
  ) -> Localized {
    guard case .held(let pending) = world.lanes[lane].activity else { return notHeld(world, lane) }
    let name = Sanitizer.line(world.lanes[lane].name)
    let what = world.pendingText(pending, by: lane)
    if readiness == .stale {
      return Localized(
        zh: "\(name) 再查一次也不会有新结果：\(what.zh)",
        en: "\(name) would learn nothing new yet: \(what.en)")
    }
    return Localized(zh: "\(name) 须等待：\(what.zh)", en: "\(name) has to wait: \(what.en)")
  }
}

/// What is said about schedules.
extension ScheduleReplay {
  /// What is told while a run is driven.
  var notice: Localized {
    let count = schedule.moves.count
    switch purpose {
    case .given:
      return Localized(zh: "按调度执行：共 \(count) 步", en: "following the schedule: \(count) moves")
    case .stepBack:
      return Localized(zh: "退回一步：重复前 \(count) 步", en: "step back: repeating \(count) moves")
    case .nearStepBack:
      return Localized(
        zh: "退回一步：这次运行曾自由执行，尽可能重复它的 \(count) 步",
        en: "step back: the run ran freely; repeating its \(count) moves as far as possible")
    }
  }

  /// What is told when all has been done that could be.
  var doneNotice: Localized {
    let count = schedule.moves.count
    switch purpose {
    case .given:
      return Localized(zh: "调度已执行完：\(count) 步", en: "the schedule is done: \(count) moves")
    case .stepBack:
      return Localized(zh: "已退回到第 \(count) 步之后", en: "back after move \(count)")
    case .nearStepBack:
      return Localized(
        zh: "已尽可能重复到第 \(count) 步；从这里起，每一步都可以准确退回",
        en: "repeated as far as possible, \(count) moves; from here on every step can be taken back"
          + " exactly")
    }
  }
}
