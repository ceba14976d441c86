extension Explainer {
  func sentence(_ kind: ManagerEvent) -> Localized {
    switch kind {
    case .set:
      return Localized(
        zh: "\(who) 已设置 \(object)[\(text)] = \(detail)",
        en: "\(who) has set \(object)[\(text)] = \(detail)")
    case .get:
      let answer =
        detail.isEmpty ? Localized(verbatim: "") : Localized(zh: "：\(detail)", en: ": \(detail)")
      return Localized(zh: "\(who) 取得 \(entry)", en: "\(who) gets \(entry)") + answer
    case .request:
      return Localized(
        zh: "\(who) 请求管理器对 \(object) 执行 \(text)",
        en: "\(who) asks the manager for \(text) on \(object)")
    case .serve: return serve
    case .ready:
      return Localized(zh: "\(who) 得知 \(child) 已就绪", en: "\(who) learns that \(child) is ready")
    }
  }

  /// What a client asked for: an entry (`dict[3]`), or the answer of a method (`dict.copy()`).
  private var entry: String {
    text.hasSuffix(")") ? "\(object).\(text)" : "\(object)[\(text)]"
  }

  private var serve: Localized {
    let client = Int32(exactly: event.value).flatMap { world.lane(pid: $0) }
    let name = client.map { world.name($0) } ?? "pid \(event.value)"
    return Localized(
      zh: "\(who) 为 \(name) 对 \(object) 执行 \(text)",
      en: "\(who) serves \(name): \(text) on \(object)")
  }
}
