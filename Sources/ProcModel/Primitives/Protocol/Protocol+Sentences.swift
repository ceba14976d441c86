extension Explainer {
  func sentence(_ kind: ProtocolEvent) -> Localized {
    switch kind {
    case .gate:
      let what = world.pendingText(PendingOperation(event), by: lane)
      return Localized(zh: "\(who) 停在下一步之前：\(what.zh)", en: "\(who) is held before \(what.en)")
    case .define:
      let kind = ObjectKind(rawValue: event.value).map { "\($0)" } ?? "?"
      return Localized(zh: "\(who) 创建 \(text)（\(kind)）", en: "\(who) creates \(text) (\(kind))")
    }
  }
}
