/// Says in one sentence what an event is: who did what, and why, as the world was just before it.
public struct Explainer: Sendable {
  let event: Event
  /// The world just before the event.
  let world: World
  /// Who did it, if that is known.
  let lane: LaneIndex?
  /// The name of whoever did it.
  let who: String

  /// The sentence of `event`, without a full stop.
  ///
  /// - Parameter before: the world just before the event; ``Run/world(after:)`` of its place.
  public static func sentence(for event: Event, before: World) -> Localized {
    Explainer(event, before).sentence
  }

  private init(_ event: Event, _ world: World) {
    self.event = event
    self.world = world
    let lane = event.kind == .processBegin ? nil : world.lane(pid: event.pid, tid: event.tid)
    self.lane = lane
    who = lane.map { world.name($0) } ?? Self.stranger(event)
  }

  /// The name of somebody who has no lane yet, or never will.
  private static func stranger(_ event: Event) -> String {
    let pid = "pid \(event.pid)"
    guard case .process(let kind) = event.kind.primitive else { return pid }
    switch kind {
    case .begin: return event.text.isEmpty ? pid : Sanitizer.line(event.text)
    case .reap, .signal: return "procviz"
    case .start, .exit, .error, .idle, .joinWait, .joinDone, .poll: return pid
    }
  }

  /// Only its number can be told, and the text that came with it.
  var unknownSentence: Localized {
    let told = text.isEmpty ? Localized(verbatim: "") : Localized(zh: "：\(text)", en: ": \(text)")
    return Localized(
      zh: "\(who) 报告了未知种类 \(event.code) 的事件\(told.zh)",
      en: "\(who) reports an event of unknown kind \(event.code)\(told.en)")
  }

  // MARK: - What the families of sentences share

  /// The event's text and detail, fit to be shown.
  var text: String { Sanitizer.line(event.text) }
  var detail: String { Sanitizer.line(event.detail) }
  /// The name of the object.
  var object: String { world.name(event.object) }

  /// The name of the process that the event is about.
  var child: String {
    if let lane = world.lane(of: event.object) { return world.name(lane) }
    if !event.text.isEmpty { return text }
    return Int32(exactly: event.extra).map { "pid \($0)" } ?? "?"
  }

  /// `, at most 2 s` after a wait with a time limit.
  var limit: Localized {
    guard let limit = event.timeLimit else { return Localized(verbatim: "") }
    let time = Phrases.duration(limit)
    return Localized(zh: "，最多等 \(time)", en: ", for at most \(time)")
  }

  /// How long the lane has done what it does until now.
  var elapsed: UInt64 {
    guard let lane else { return 0 }
    return Phrases.between(world.lanes[lane].since, event.time)
  }

  /// That a lane gives up waiting.
  var timeIsUp: Localized {
    Localized(
      zh: "\(who) 不再等 \(object)：已超时", en: "\(who) stops waiting for \(object): timed out")
  }

  /// `, after waiting 30 ms`, if the lane has waited for this object until now.
  var afterWaiting: Localized {
    guard let lane, case .blocked(let blocker) = world.lanes[lane].activity,
      blocker.object == event.object
    else { return Localized(verbatim: "") }
    let time = Phrases.duration(elapsed)
    return Localized(zh: "，等了 \(time)", en: ", after waiting \(time)")
  }

  /// `, which wakes Process-1`; nothing where nobody is woken.
  func wakes(_ lanes: some Sequence<LaneIndex>) -> Localized {
    let names = world.names(lanes)
    if names.isEmpty { return Localized(verbatim: "") }
    let list = Phrases.list(names)
    return Localized(zh: "，唤醒 \(list.zh)", en: ", which wakes \(list.en)")
  }
}
