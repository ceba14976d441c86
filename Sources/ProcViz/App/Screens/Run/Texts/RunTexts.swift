import ProcModel

/// Texts of the run screen.
enum RunTexts {
  static let lanes = Localized(zh: "泳道", en: "lanes")
  static let events = Localized(zh: "个事件", en: "events")
  static let objects = Localized(zh: "对象", en: "objects")
  static let why = Localized(zh: "为什么", en: "why")
  static let output = Localized(zh: "输出", en: "output")
  static let starting = Localized(zh: "正在启动……", en: "starting …")
  static let nothingPrinted = Localized(zh: "还没有输出", en: "nothing printed yet")
  static let noObjects = Localized(zh: "没有共享对象", en: "nothing is shared")

  static let noKnobs = Localized(
    zh: "你自己的程序没有设置可调", en: "a program of your own has no knobs")
  static let noLockKnob = Localized(
    zh: "这个场景没有 lock 这项设置；按 o 看它有哪些设置",
    en: "this scenario has no knob lock; o shows its knobs")
  static let noStartMethod = Localized(
    zh: "这个场景没有启动方式可换；按 o 看它有哪些设置",
    en: "this scenario has no start method to change; o shows its knobs")
  static let noFasterSpeed = Localized(
    zh: "速度已到极限", en: "the speed is at its limit")
  static let finishedAlready = Localized(
    zh: "运行已结束：按 r 再运行一次，按 s 从头单步执行",
    en: "the run has finished: r runs it again, s steps through it from the start")
  static let fromTheStart = Localized(
    zh: "从头单步执行：每按一次 s，只执行一个操作",
    en: "stepping from the start: each s lets one operation happen")
  static let nobodyCanMove = Localized(
    zh: "现在没有进程能继续：都在等待或休眠",
    en: "no lane can move now: all wait or sleep")

  static func again(_ knob: String, _ value: String) -> Localized {
    Localized(zh: "\(knob) = \(value)，重新运行", en: "\(knob) = \(value): running again")
  }

  /// How many events are of kinds that this program does not know.
  static func unknown(_ count: Int) -> Localized {
    Localized(zh: "未知种类 \(count)", en: "\(count) unknown")
  }

  /// How many malformed stretches came out of the channel.
  static func malformed(_ count: Int) -> Localized {
    Localized(zh: "格式错误 \(count)", en: "\(count) malformed")
  }

  static func behind(_ nanoseconds: UInt64) -> Localized {
    let time = TimeText.short(nanoseconds)
    return Localized(zh: "落后 \(time)", en: "behind \(time)")
  }
  /// `, 34 events back`: how far the moment that is looked at is behind the present, after the time;
  /// in parts, the second of which may be left out, or all.
  static func eventsBack(_ count: Int) -> [Localized] {
    [
      Localized(zh: "，", en: ", \(count)"),
      Localized(zh: "回看 ", en: count == 1 ? " event" : " events"),
      Localized(zh: "\(count)", en: ""), Localized(zh: " 个事件", en: " back"),
    ]
  }

  /// How a process ended, the fullest form first.
  static func exitStatus(_ status: ExitStatus) -> [String] {
    switch status {
    case .code(let code): ["\(code)"]
    case .signal(let number):
      (SignalNames.name(number).map { ["-\(number) \($0)"] } ?? []) + ["-\(number)"]
    case .unknown: ["?"]
    }
  }

  static func prompt(_ process: String) -> Localized {
    Localized(zh: "\(process) 在等输入", en: "\(process) waits for a line")
  }
  static let typeNow = Localized(
    zh: "按 i 输入一行，或直接按 Enter", en: "i to type one, or just Enter")
  static let nothingToOpen = Localized(
    zh: "所选的一行没有可展开的，也没有进程在等输入",
    en: "nothing to open in the chosen row, and no process waits for input")
  static func input(_ process: String) -> Localized {
    Localized(zh: "给 \(process) 的输入", en: "input for \(process)")
  }
  static let inputForAny = Localized(zh: "给程序的输入", en: "input for the program")
}

/// The names of signals (signal(7)).
enum SignalNames {
  /// The name, or nil for one that is seldom seen.
  static func name(_ number: Int32) -> String? {
    [
      1: "SIGHUP", 2: "SIGINT", 3: "SIGQUIT", 4: "SIGILL", 5: "SIGTRAP", 6: "SIGABRT", 7: "SIGBUS",
      8: "SIGFPE", 9: "SIGKILL", 11: "SIGSEGV", 13: "SIGPIPE", 14: "SIGALRM", 15: "SIGTERM",
    ][number]
  }
}
