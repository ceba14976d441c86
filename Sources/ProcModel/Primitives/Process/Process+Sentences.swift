extension Explainer {
  func sentence(_ kind: ProcessEvent) -> Localized {
    switch kind {
    case .start: start
    case .begin:
      Localized(zh: "\(who) 开始运行（pid \(event.pid)）", en: "\(who) begins (pid \(event.pid))")
    case .exit: exit
    case .reap: reap
    case .error: error
    case .idle:
      Localized(
        zh: "\(who) 已就绪，等待工作\(service.zh)", en: "\(who) is ready and waits for work\(service.en)")
    case .signal: signal
    case .joinWait: joinWait
    case .joinDone: joinDone
    case .poll: poll
    }
  }

  private var service: Localized {
    text.isEmpty ? Localized(verbatim: "") : Localized(zh: "（\(text)）", en: " (\(text))")
  }

  private var start: Localized {
    let isDaemon = event.flags.contains(.daemon)
    switch StartMethod(rawValue: event.value) {
    case .thread:
      return Localized(zh: "\(who) 启动线程 \(text)", en: "\(who) starts the thread \(text)")
    case let method:
      let way = method?.name ?? "?"
      return Localized(
        zh: "\(who) 用 \(way) 启动\(isDaemon ? "守护进程" : "进程") \(text)",
        en: "\(who) starts \(isDaemon ? "the daemon " : "")\(text) by \(way)")
    }
  }

  private var exit: Localized {
    let sentence = Localized(
      zh: "\(who) 结束，退出码 \(event.value)", en: "\(who) ends with exit code \(event.value)")
    guard let lane, !world.lanes[lane].holding.isEmpty else { return sentence }
    let locks = Phrases.list(world.lanes[lane].holding.map { world.name($0) }, unit: "把锁")
    return sentence
      + Localized(zh: "，却仍持有 \(locks.zh)", en: " while it still holds \(locks.en)")
  }

  private var reap: Localized {
    let end: Localized
    if event.flags.contains(.statusUnknown) {
      end = Localized(zh: "已结束", en: "has ended")
    } else if event.value < 0 {
      let signal = Phrases.signal(-max(event.value, -Int64.max))
      end = Localized(zh: "被 \(signal) 终止", en: "was killed by \(signal)")
    } else {
      end = Localized(zh: "已结束，退出码 \(event.value)", en: "has ended with exit code \(event.value)")
    }
    if lane == nil || event.isObserved {
      return Localized(zh: "\(child) \(end.zh)", en: "\(child) \(end.en)")
    }
    return Localized(
      zh: "\(who) 得知 \(child) \(end.zh)", en: "\(who) learns that \(child) \(end.en)")
  }

  private var error: Localized {
    let why = detail.isEmpty || text.isEmpty ? detail + text : "\(detail): \(text)"
    return Localized(zh: "\(who) 出错：\(why)", en: "\(who) fails: \(why)")
  }

  private var signal: Localized {
    if event.object == .none {
      return Localized(zh: "procviz 停止这次运行", en: "procviz stops the run")
    }
    let signal = Phrases.signal(event.value)
    return Localized(zh: "\(who) 向 \(child) 发送 \(signal)", en: "\(who) sends \(signal) to \(child)")
  }

  private var joinWait: Localized {
    Localized(zh: "\(who) 等待 \(child) 结束", en: "\(who) waits for the end of \(child)") + limit
  }

  private var joinDone: Localized {
    event.flags.contains(.timedOut)
      ? Localized(
        zh: "\(who) 不再等 \(child)：已超时", en: "\(who) stops waiting for \(child): timed out")
      : Localized(zh: "\(who) 等到 \(child) 结束了", en: "\(who) has joined \(child), which has ended")
  }

  private var poll: Localized {
    let isAlive = event.value != 0
    return Localized(
      zh: "\(who) 查看 \(child) 是否还在运行：\(isAlive ? "是" : "否")",
      en: "\(who) asks whether \(child) is alive: \(isAlive ? "yes" : "no")")
  }
}
