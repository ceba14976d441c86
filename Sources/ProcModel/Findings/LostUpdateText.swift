extension World {
  /// The finding about the lost updates of a value, or of an array's elements.
  func lostUpdate(_ value: ValueFindings.Lossy) -> Finding? {
    let histories = value.elements.compactMap {
      elements[ElementKey(object: value.object, element: $0)]
    }
    guard let object = object(value.object), let loss = Self.clearest(histories) else {
      return nil
    }
    let name = Sanitizer.line(object.name)
    let missing = histories.reduce(0) { $0 + $1.missing }
    let involved = Set(histories.flatMap(\.involved)).sorted()
    let seqs = Set(
      [loss.gone.known?.seq, loss.by.known?.seq, loss.gone.seq, loss.by.seq].compactMap { $0 })
    return Finding(
      kind: .lostUpdate, text: story(loss) + total(missing, told: loss.count, name),
      processes: names(involved),
      objects: [name], seqs: seqs.sorted())
  }

  private static func clearest(_ histories: [ElementHistory]) -> ElementHistory.Loss? {
    let losses = histories.compactMap(\.clearestLoss)
    return losses.first(where: \.isPair) ?? losses.first
  }

  /// What happened in one case.
  private func story(_ loss: ElementHistory.Loss) -> Localized {
    let (first, second) = (name(loss.gone.lane), name(loss.by.lane))
    let (wrote, over) = (Sanitizer.line(loss.gone.text), Sanitizer.line(loss.by.text))
    guard let knew = loss.by.known else { return Localized(verbatim: "") }
    let read = Sanitizer.line(knew.text)
    guard loss.isPair else {
      return overwriting(first: first, wrote, second: second, read, over, loss.count)
    }
    if wrote != over {
      return Localized(
        zh: "\(first) 读到 \(read)，\(second) 也读到 \(read)，两者都还没有写回。"
          + "\(first) 写入 \(wrote)，接着 \(second) 写入 \(over)，把它覆盖了：\(first) 的更新就此丢失。",
        en: "\(first) read \(read) and \(second) read \(read) before either wrote. "
          + "\(first) wrote \(wrote), then \(second) wrote \(over) over it: "
          + "the update of \(first) is gone.")
    }
    return Localized(
      zh: "\(first) 读到 \(read)，\(second) 也读到 \(read)，两者都还没有写回。"
        + "双方都算出 \(wrote)，都写入 \(wrote)：其中一次更新就此丢失。",
      en: "\(first) read \(read) and \(second) read \(read) before either wrote; "
        + "both computed \(wrote) and wrote \(wrote): one of the two updates is gone.")
  }

  private func overwriting(
    first: String, _ wrote: String, second: String, _ read: String, _ over: String, _ count: Int
  ) -> Localized {
    let times = count == 1 ? "" : ", the last of \(count) writes"
    let gone = count == 1 ? "an update is" : "\(count) updates are"
    return Localized(
      zh: "\(second) 读到 \(read) 之后，\(first) 写入了 \(wrote)"
        + (count == 1 ? "" : "（其间共有 \(count) 次写入）")
        + "。\(second) 没有看到，又写入 \(over)：\(count) 次更新就此丢失。",
      en: "After \(second) had read \(read), \(first) wrote \(wrote)\(times). "
        + "\(second) had not seen that and wrote \(over) over it: \(gone) gone.")
  }

  private func total(_ count: Int, told: Int, _ name: String) -> Localized {
    if count <= told { return Localized(verbatim: "") }
    return Localized(
      zh: "\(name) 一共丢失 \(count) 次更新。", en: " In all, \(count) updates of \(name) are lost.")
  }
}
