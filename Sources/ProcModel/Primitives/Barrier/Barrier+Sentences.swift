extension Explainer {
  func sentence(_ kind: BarrierEvent) -> Localized {
    switch kind {
    case .wait: arrival
    case .pass where event.flags.contains(.broken):
      Localized(
        zh: "\(who) 发现 \(object) 已损坏（BrokenBarrierError）",
        en: "\(who) finds \(object) broken (BrokenBarrierError)")
    case .pass: Localized(zh: "\(who) 通过 \(object)", en: "\(who) passes \(object)")
    case .timeout:
      Localized(
        zh: "\(who) 在 \(object) 等待超时，屏障因此损坏",
        en: "\(who) stops waiting at \(object): timed out, and the barrier is broken")
    case .abort: Localized(zh: "\(who) 使 \(object) 损坏", en: "\(who) breaks \(object)")
    case .reset: Localized(zh: "\(who) 重置 \(object)", en: "\(who) resets \(object)")
    }
  }

  private var arrival: Localized {
    let count = event.value &+ 1
    let parties = world.object(event.object)?.capacity ?? 0
    if event.flags.contains(.actsFirst) {
      return Localized(
        zh: "\(who) 最后一个到达 \(object)，先执行屏障的动作",
        en: "\(who) is the last to arrive at \(object), and runs its action first")
    }
    if parties > 0, count >= parties {
      return Localized(
        zh: "\(who) 最后一个到达 \(object)：\(parties) 个都到齐了，可以通过",
        en: "\(who) is the last of \(parties) to arrive at \(object): all may pass")
    }
    let of = parties > 0 ? Localized(zh: "共需 \(parties) 个", en: " of \(parties)") : nil
    return Localized(
      zh: "\(who) 到达 \(object)，是第 \(count) 个" + (of.map { "，\($0.zh)" } ?? ""),
      en: "\(who) arrives at \(object), number \(count)" + (of?.en ?? ""))
  }
}
