// Waits at pipes that nobody is left to end.
extension World {
  /// Nobody can send, and yet the end does not come, since somebody still has the other end open.
  func blockedReceivers(_ who: Localized, _ verb: String, _ pipe: ObjectID) -> Localized {
    let pipeName = name(pipe)
    let sentence = Localized(
      zh: "\(who.zh) 在等待 \(pipeName) 中的消息，但已经没有谁能再发送了。",
      en: "\(who.en) \(verb) for a message in \(pipeName), but no lane can send one.")
    guard case .queue(let queue)? = object(pipe)?.content, let ends = queue.ends,
      !ends.writers.isEmpty
    else { return sentence }
    let holders = Phrases.list(ends.writers.sorted().map { name($0) })
    return sentence
      + Localized(
        zh: "发送端在 \(holders.zh) 中仍未关闭，所以也等不到结尾（EOFError）。",
        en: " Its sending end is still open in \(holders.en), so its end (EOFError) "
          + "never comes.")
  }
}
