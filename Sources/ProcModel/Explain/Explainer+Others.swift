extension Explainer {
  var otherSentence: Localized {
    switch event.kind {
    case .sleepBegin:
      let time = Phrases.duration(UInt64(max(event.value, 0)))
      return Localized(zh: "\(who) 休眠 \(time)", en: "\(who) sleeps for \(time)")
    case .sleepEnd: return Localized(zh: "\(who) 醒来", en: "\(who) wakes up")
    case .inputWait:
      return Localized(zh: "\(who) 等待输入：\(text)", en: "\(who) waits for a line: \(text)")
    case .inputRead:
      return Localized(zh: "\(who) 读到输入：\(text)", en: "\(who) reads the line: \(text)")
    case .note: return Localized(zh: "\(who)：\(text)", en: "\(who): \(text)")
    default: return output
    }
  }

  private var output: Localized {
    let lines = Sanitizer.splitLines(event.text).joined(separator: " ⏎ ")
    if event.value == 2 {
      return Localized(zh: "\(who) 报错输出：\(lines)", en: "\(who) prints as an error: \(lines)")
    }
    return Localized(zh: "\(who) 打印：\(lines)", en: "\(who) prints: \(lines)")
  }

  var protocolSentence: Localized {
    if event.kind == .gateWait {
      let what = world.pendingText(PendingOperation(event), by: lane)
      return Localized(zh: "\(who) 停在下一步之前：\(what.zh)", en: "\(who) is held before \(what.en)")
    }
    let kind = ObjectKind(rawValue: event.value).map { "\($0)" } ?? "?"
    return Localized(zh: "\(who) 创建 \(text)（\(kind)）", en: "\(who) makes \(text) (\(kind))")
  }
}
