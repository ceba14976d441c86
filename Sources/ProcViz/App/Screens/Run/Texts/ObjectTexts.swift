import ProcModel

/// Texts of the objects panel.
enum ObjectTexts {
  static func expected(_ number: Int64, atMost: Bool) -> Localized {
    atMost
      ? Localized(zh: "至多 \(number)", en: "at most \(number)")
      : Localized(zh: "应为 \(number)", en: "expected \(number)")
  }
  static func lostUpdates(_ count: Int) -> Localized {
    Localized(zh: "丢失 \(count) 次更新", en: count == 1 ? "1 update lost" : "\(count) updates lost")
  }
  static func tooMany(_ count: Int64) -> Localized {
    Localized(zh: "多了 \(count)", en: "\(count) too many")
  }
  static let notUsed = Localized(zh: "未使用", en: "not used")
  static func free(_ times: Int) -> Localized {
    if times == 0 { return Localized(zh: "空闲", en: "free") }
    return Localized(
      zh: "空闲，被取得过 \(times) 次", en: times == 1 ? "free, taken once" : "free, taken \(times) times")
  }
  /// Of a lock that its owner had taken more than once: at length, and shorter.
  static func wasNested(_ times: Int, _ depth: Int64) -> [Localized] {
    let history = free(times)
    return [
      Localized(zh: "\(history.zh)，深度到过 \(depth)", en: "\(history.en), to depth \(depth)"),
      Localized(zh: "空闲，深度到过 \(depth)", en: "free, was \(depth) deep"),
    ]
  }
  static let isFree = Localized(zh: "空闲", en: "free")
  static func depth(_ depth: Int64) -> Localized {
    Localized(zh: "深度 \(depth)", en: "depth \(depth)")
  }
  static let shares = Localized(zh: "共享", en: "shared")
  static func items(_ count: Int64) -> Localized {
    Localized(zh: "\(count) 项", en: count == 1 ? "1 item" : "\(count) items")
  }
  static func putGot(_ puts: Int, _ gets: Int) -> Localized {
    Localized(zh: "放入 \(puts) 取出 \(gets)", en: "put \(puts)  got \(gets)")
  }
  static func unfinished(_ count: Int64) -> Localized {
    if count <= 0 { return Localized(zh: "任务全部完成", en: "all tasks done") }
    return Localized(
      zh: "\(count) 个任务未完成", en: count == 1 ? "1 task not done" : "\(count) tasks not done")
  }
  static let joiners = Localized(zh: "等任务完成", en: "joins")
  static let receivers = Localized(zh: "接收端", en: "receivers")
  static let senders = Localized(zh: "发送端", en: "senders")
  static let closed = Localized(zh: "已关闭", en: "closed")
  static let getters = Localized(zh: "等数据", en: "waits")
  static let putters = Localized(zh: "等空位", en: "waits for room")
  static func entries(_ count: Int) -> Localized {
    Localized(zh: "\(count) 项", en: count == 1 ? "1 entry" : "\(count) entries")
  }
  /// How many tasks have come how far; what there is none of is left out.
  static func tasks(ended: Int, running: Int, pending: Int) -> [Localized] {
    [
      (ended, Localized(zh: "完成 \(ended)", en: "\(ended) done")),
      (running, Localized(zh: "进行 \(running)", en: "\(running) running")),
      (pending, Localized(zh: "等待 \(pending)", en: "\(pending) waiting")),
    ].filter { $0.0 > 0 }.map { $0.1 }
  }
  static func peak(_ count: Int) -> Localized {
    Localized(zh: "同时最多 \(count) 个", en: "at most \(count) at once")
  }
  static func copies(_ count: Int) -> Localized {
    count == 1
      ? Localized(zh: "只有一份", en: "one for all")
      : Localized(zh: "\(count) 份，各归各", en: "\(count) of them, one each")
  }
  static func count(_ count: Int) -> Localized {
    Localized(zh: "\(count) 份", en: "\(count) of them")
  }
  static let server = Localized(zh: "管理器进程", en: "manager")
  static func more(_ count: Int) -> Localized {
    Localized(zh: "… 还有 \(count) 行", en: "… \(count) more")
  }
}
