extension World {
  /// Lanes that ask again and again, and will never hear anything else.
  func livelock(_ lanes: [LaneIndex]) -> Finding {
    let who = Phrases.list(names(lanes))
    let asked = lanes.compactMap { lane -> Localized? in
      guard case .held(let pending) = self.lanes[lane].activity else { return nil }
      return pendingText(pending, by: lane)
    }
    let verb = lanes.count == 1 ? "asks" : "ask"
    let what = asked.first.map { Localized(zh: "（\($0.zh)）", en: " (\($0.en))") }
    return Finding(
      kind: .livelock,
      text: Localized(
        zh: "\(who.zh) 反复询问同一件事\(what?.zh ?? "")，但已经没有谁能改变答案，它永远问下去。",
        en: "\(who.en) \(verb) the same again and again\(what?.en ?? ""), but no lane "
          + "can change the answer any more: it goes on for ever."),
      processes: names(lanes), seqs: lanes.map { self.lanes[$0].sinceSeq })
  }
}
