extension Explainer {
  func sentence(_ kind: ConsoleEvent) -> Localized {
    switch kind {
    case .inputWait: Localized(zh: "\(who) 等待输入：\(text)", en: "\(who) waits for a line: \(text)")
    case .inputRead: Localized(zh: "\(who) 读到输入：\(text)", en: "\(who) reads the line: \(text)")
    case .note: Localized(zh: "\(who)：\(text)", en: "\(who): \(text)")
    case .output: output
    }
  }

  private var output: Localized {
    let lines = Sanitizer.splitLines(event.text).joined(separator: " ⏎ ")
    if event.value == 2 {
      return Localized(zh: "\(who) 报错输出：\(lines)", en: "\(who) prints as an error: \(lines)")
    }
    return Localized(zh: "\(who) 打印：\(lines)", en: "\(who) prints: \(lines)")
  }
}
