import ProcModel

/// Texts of the filter.
enum FilterTexts {
  static let title = Localized(zh: "筛选", en: "filter")
  static let families = Localized(zh: "事件类型", en: "kinds of events")

  static func hidden(_ count: Int) -> Localized {
    count == 0
      ? Localized(zh: "全部显示", en: "everything is shown")
      : Localized(zh: "隐藏 \(count) 项", en: "\(count) hidden")
  }

  static func name(_ family: EventFamily) -> Localized {
    switch family {
    case .processes: Localized(zh: "进程", en: "processes")
    case .locks: Localized(zh: "锁", en: "locks")
    case .queues: Localized(zh: "队列", en: "queues")
    case .values: Localized(zh: "共享值", en: "values")
    case .managers: Localized(zh: "管理器", en: "managers")
    case .pools: Localized(zh: "进程池", en: "pools")
    case .coordination: Localized(zh: "协调", en: "coordination")
    case .output: Localized(zh: "输入输出", en: "output")
    case .sleep: Localized(zh: "休眠", en: "sleep")
    }
  }

  /// What belongs to a family.
  static func examples(_ family: EventFamily) -> Localized {
    switch family {
    case .processes: Localized(zh: "启动、开始、结束、join", en: "start, begin, end, join")
    case .locks: Localized(zh: "等待、持有、交给下一个", en: "waiting, holding, handing over")
    case .queues: Localized(zh: "放入、取出、管道", en: "put, get, pipes")
    case .values: Localized(zh: "读、写、自己的内存", en: "read, write, own memory")
    case .managers: Localized(zh: "请求、执行、字典和列表", en: "requests, dicts and lists")
    case .pools: Localized(zh: "任务", en: "tasks")
    case .coordination: Localized(zh: "信号量、条件、事件、屏障", en: "semaphore, condition, event, barrier")
    case .output: Localized(zh: "打印、输入、备注", en: "printing, input, notes")
    case .sleep: Localized(zh: "休眠、醒来", en: "falling asleep, waking up")
    }
  }
}
