extension World {
  /// The finding about locks that are taken in a circle.
  func lockOrder(_ circle: [LockEdge]) -> Finding {
    let links = circle.prefix(Self.mostLinks).map { edge in
      let (who, held, taken) = (name(edge.lane), name(edge.from), name(edge.to))
      return Localized(
        zh: "\(who) 持有 \(held) 时获取 \(taken)", en: "\(who) takes \(taken) while it holds \(held)")
    }
    let rest = circle.count - links.count
    let more = Localized(
      zh: rest > 0 ? "；如此一环扣一环，共 \(circle.count) 把锁" : "",
      en: rest > 0 ? "; and so on around \(circle.count) locks" : "")
    let story = Localized(
      zh: links.map(\.zh).joined(separator: "；"), en: links.map(\.en).joined(separator: "; "))
    return Finding(
      kind: .lockOrder, text: story + more + warning(circle.count),
      processes: names(circle.map(\.lane)), objects: circle.map { name($0.from) },
      seqs: Set(circle.flatMap { [$0.fromSeq, $0.seq] }).sorted())
  }

  /// The most links of a circle that are told one by one.
  private static var mostLinks: Int { 4 }

  private func warning(_ count: Int) -> Localized {
    let all = count == 2 ? "both" : "all of them"
    return Localized(
      zh: "。这一次没有发生；一旦各自先拿到第一把锁，就会互相等待，永远等不到。所有泳道都按同一个顺序获取锁，就不会死锁。",
      en: ". It did not happen this time; once each holds its first lock, \(all) wait for ever. "
        + "If all lanes take the locks in the same order, it cannot happen.")
  }
}
