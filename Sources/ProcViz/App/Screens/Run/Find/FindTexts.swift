import ProcModel

/// What is said while events are looked for.
enum FindTexts {
  static let title = Localized(zh: "查找事件", en: "find events")
  static let hint = Localized(zh: "类型、进程、对象、文字", en: "kind, process, object, text")

  /// How much was found: `3/17`, `17 hits`, and how far the search has come.
  static func count(_ search: EventSearch, moment: Int, of count: Int) -> Localized {
    let hits = search.hits.count
    guard search.isDone(count) else {
      let progress = search.progress(count)
      return Localized(
        zh: "已找到 \(hits) 处，查了 \(progress)%", en: "\(hits) so far, \(progress)% searched")
    }
    if hits == 0 { return Localized(zh: "没有找到", en: "no hit") }
    if search.hits.contains(moment - 1) {
      return Localized(verbatim: "\(search.hits.count(below: moment))/\(hits)")
    }
    return Localized(zh: "\(hits) 处", en: hits == 1 ? "1 hit" : "\(hits) hits")
  }
}
