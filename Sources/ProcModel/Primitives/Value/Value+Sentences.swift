extension Explainer {
  func sentence(_ kind: ValueEvent) -> Localized {
    let value = Sanitizer.line(event.valueText)
    switch kind {
    case .read:
      return Localized(zh: "\(who) 读 \(place)：\(value)", en: "\(who) reads \(place): \(value)")
    case .write: return write(value)
    case .memory:
      return Localized(
        zh: "在 \(who) 自己的内存里，\(object) 是 \(text)",
        en: "in the memory of \(who), \(object) is \(text)")
    case .expect:
      let isLimit = event.flags.contains(.atMost)
      return Localized(
        zh: "\(object) 最后\(isLimit ? "最多只能" : "应当")是 \(event.value)",
        en: "\(object) \(isLimit ? "may be at most" : "should be") \(event.value) in the end")
    }
  }

  /// The name of the value, or of the element of an array.
  private var place: String {
    world.object(event.object)?.kind == .array ? "\(object)[\(event.extra)]" : object
  }

  private func write(_ value: String) -> Localized {
    let sentence = Localized(
      zh: "\(who) 把 \(value) 写入 \(place)", en: "\(who) writes \(value) to \(place)")
    let key = ElementKey(object: event.object, element: event.extra)
    guard let lane, let history = world.elements[key], let known = history.known(to: lane),
      let last = history.latest, history.version > known.version
    else { return sentence }
    let count = history.version - known.version
    let read = Sanitizer.line(known.text)
    let names = world.name(last.lane)
    if count == 1 {
      return sentence
        + Localized(
          zh: "，覆盖了 \(names) 的更新：它读到的还是 \(read)",
          en: " over an update by \(names) that it has not seen: it had read \(read)")
    }
    return sentence
      + Localized(
        zh: "，覆盖了它没有看到的 \(count) 次更新：它读到的还是 \(read)",
        en: " over \(count) updates that it has not seen: it had read \(read)")
  }
}
