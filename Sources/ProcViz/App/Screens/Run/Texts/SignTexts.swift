import ProcModel

/// What each sign in a lane means.
enum SignTexts {
  /// One or two words.
  static func of(_ sign: Sign) -> Localized {
    switch sign {
    case .running: Localized(zh: "运行", en: "running")
    case .holding: Localized(zh: "持有锁", en: "holds lock")
    case .waiting: Localized(zh: "等锁", en: "waits for lock")
    case .blocked: Localized(zh: "阻塞", en: "blocked")
    case .asleep: Localized(zh: "休眠", en: "asleep")
    case .held: Localized(zh: "暂停中", en: "held")
    case .idle: Localized(zh: "空闲", en: "idle")
    case .begin: Localized(zh: "开始", en: "begins")
    case .read: Localized(zh: "读", en: "read")
    case .write: Localized(zh: "写", en: "write")
    case .put: Localized(zh: "放入", en: "put")
    case .get: Localized(zh: "取出", en: "get")
    case .set: Localized(zh: "设置", en: "set")
    case .fetched: Localized(zh: "取值", en: "fetched")
    case .served: Localized(zh: "应答", en: "served")
    case .joined: Localized(zh: "已汇合", en: "joined")
    case .timedOut: Localized(zh: "超时", en: "timed out")
    case .taken: Localized(zh: "取名额", en: "unit taken")
    case .given: Localized(zh: "还名额", en: "unit released")
    case .notified: Localized(zh: "通知/设置", en: "notify, set")
    case .cleared: Localized(zh: "清除", en: "cleared")
    case .woken: Localized(zh: "被唤醒", en: "woken")
    case .arrived: Localized(zh: "到达屏障", en: "at barrier")
    case .passed: Localized(zh: "通过屏障", en: "past barrier")
    case .broken: Localized(zh: "屏障损坏/重置", en: "barrier broken, reset")
    case .taskBegin: Localized(zh: "任务开始", en: "task begins")
    case .taskEnd: Localized(zh: "任务结束", en: "task ends")
    case .typed: Localized(zh: "输入", en: "typed")
    case .printed: Localized(zh: "打印", en: "printed")
    case .noted: Localized(zh: "备注", en: "note")
    case .remembered: Localized(zh: "私有变量", en: "own variable")
    case .wrong: Localized(zh: "出错之处", en: "went wrong")
    case .ended: Localized(zh: "结束", en: "ended")
    case .failed: Localized(zh: "出错退出", en: "failed")
    case .killed: Localized(zh: "被杀死", en: "killed")
    case .canMove: Localized(zh: "可以执行", en: "can move")
    case .wouldTimeOut: Localized(zh: "执行即超时", en: "would time out")
    case .hasToWait: Localized(zh: "须等待", en: "has to wait")
    case .learnsNothing: Localized(zh: "再查也一样", en: "would learn nothing")
    case .outside: Localized(zh: "在视野之外", en: "out of view")
    }
  }
}
