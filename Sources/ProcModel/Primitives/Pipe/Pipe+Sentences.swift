extension Explainer {
  /// What is different about a message in a pipe; nil of an item of a queue.
  func pipeSentence(_ kind: QueueEvent) -> Localized? {
    guard world.isPipe(event.object) else { return nil }
    switch kind {
    case .put:
      return Localized(
        zh: "\(who) 向 \(object) 发送 \(text)", en: "\(who) sends \(text) into \(object)")
    case .get: return receive
    case .getWait:
      return Localized(
        zh: "\(who) 等待 \(object) 中的消息，里面是空的",
        en: "\(who) waits for a message in \(object), which is empty") + limit
    case .getTimeout where event.isAtTheEnd:
      return Localized(
        zh: "\(who) 读到 \(object) 的结尾：发送端在所有进程中都已关闭（EOFError）",
        en: "\(who) reaches the end of \(object): no process has its sending end open (EOFError)")
    case .putTimeout where event.isAtTheEnd:
      return Localized(
        zh: "\(who) 无法向 \(object) 发送：接收端在所有进程中都已关闭（BrokenPipeError）",
        en: "\(who) cannot send into \(object): no process has its receiving end open "
          + "(BrokenPipeError)")
    case .putWait, .getTimeout, .putTimeout, .poll, .taskDone, .joinWait, .joinDone, .close:
      return nil
    }
  }

  private var receive: Localized {
    let sentence = Localized(
      zh: "\(who) 从 \(object) 收到 \(text)", en: "\(who) receives \(text) from \(object)")
    guard let giver else { return sentence }
    return sentence + Localized(zh: "，它是 \(giver) 发送的", en: ", which \(giver) sent")
  }

  var lookIntoPipe: Localized {
    if event.value == 0, world.isOver(event.object, \.writers) {
      return Localized(
        zh: "\(who) 查看 \(object)：已到结尾", en: "\(who) looks into \(object): it is at its end")
    }
    return event.value == 0
      ? Localized(zh: "\(who) 查看 \(object)：没有消息", en: "\(who) looks into \(object): no message")
      : Localized(
        zh: "\(who) 查看 \(object)：有 \(event.value) 条消息",
        en: "\(who) looks into \(object): \(event.value) "
          + "\(event.value == 1 ? "message" : "messages")")
  }

  var closing: Localized {
    let isReader = UInt64(bitPattern: event.value) & PipeEnds.reader != 0
    let sentence = Localized(
      zh: "\(who) 关闭 \(object) 的\(isReader ? "接收端" : "发送端")",
      en: "\(who) closes the \(isReader ? "receiving" : "sending") end of \(object)")
    guard let lane, case .queue(let queue)? = world.object(event.object)?.content,
      let ends = queue.ends
    else { return sentence }
    let others = (isReader ? ends.readers : ends.writers).subtracting([world.processLane(of: lane)])
    if others.isEmpty { return sentence + Localized(zh: "，它是最后一个", en: ", the last one") }
    let names = Phrases.list(others.sorted().map { world.name($0) })
    return sentence
      + Localized(
        zh: "；\(names.zh) 还开着它",
        en: "; \(names.en) \(others.count == 1 ? "has" : "have") it open")
  }
}
