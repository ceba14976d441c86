extension World {
  /// The finding about locks that are taken in a circle.
  func lockOrder(_ circle: [LockEdge]) -> Finding {
    let links = circle.prefix(Self.mostLinks).map { edge in
      let (who, held, taken) = (name(edge.lane), name(edge.from), name(edge.to))
      return Localized(
        zh: "\(who) 持有 \(held) 时去拿 \(taken)", en: "\(who) takes \(taken) while it holds \(held)")
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
      zh: "。这一次没有撞上；要是各自先拿到了手里那把，就会谁也等不到谁。大家都按同一个顺序拿锁，就不会死锁。",
      en: ". They have not met this time; once each holds the first, \(all) wait for ever. "
        + "Where everybody takes the locks in the same order, that cannot happen.")
  }
}
