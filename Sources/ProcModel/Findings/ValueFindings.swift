/// What went wrong with shared values: lost updates, more sold than there was, a wrong result.
struct ValueFindings: Sendable {
  /// The values with lost updates, in the order in which they lost the first.
  private var lossy: [Lossy] = []
  private var oversold: [Oversold] = []
  private var wrong: [Finding] = []
  /// The most values of which anything is told.
  private static let most = 64

  /// A value, or an array with those of its elements that have lost updates.
  struct Lossy: Sendable {
    let object: ObjectID
    var elements: [UInt64]
  }

  /// A value that rose above what it may be.
  private struct Oversold: Sendable {
    let object: ObjectID
    /// Who wrote too much, and where.
    var writers: [LaneIndex]
    var seqs: [Int]
    let first: String
    let stale: Stale?
  }

  /// What a lane acted upon though it was no longer true.
  private struct Stale: Sendable {
    let name: String
    let read: String
    let count: Int
    let seqs: [Int]
  }

  mutating func note(_ event: Event, _ seq: Int, _ change: WorldChange, _ world: World) {
    if change.overwritten > 0 { noteLoss(event, seq, world) }
    guard case .value(let value)? = world.object(event.object)?.content, value.atMost,
      let limit = value.expected, let number = value.number, number > limit
    else { return }
    noteOversold(event, seq, change, world, value)
  }

  private mutating func noteLoss(_ event: Event, _ seq: Int, _ world: World) {
    let key = ElementKey(object: event.object, element: event.extra)
    guard world.elements[key]?.firstLoss?.by.seq == seq else { return }
    if let place = lossy.firstIndex(where: { $0.object == event.object }) {
      lossy[place].elements.append(event.extra)
    } else if lossy.count < Self.most {
      lossy.append(Lossy(object: event.object, elements: [event.extra]))
    }
  }

  private mutating func noteOversold(
    _ event: Event, _ seq: Int, _ change: WorldChange, _ world: World,
    _ value: ObjectState.ValueState
  ) {
    let writer = event.kind == .valueWrite ? change.actor : value.lastWriter
    if let place = oversold.firstIndex(where: { $0.object == event.object }) {
      guard oversold[place].seqs.count < 64 else { return }
      oversold[place].seqs.append(seq)
      if let writer, !oversold[place].writers.contains(writer) {
        oversold[place].writers.append(writer)
      }
      return
    }
    guard oversold.count < Self.most else { return }
    oversold.append(
      Oversold(
        object: event.object, writers: writer.map { [$0] } ?? [], seqs: [seq],
        first: Sanitizer.line(value.text),
        stale: writer.flatMap { stale($0, world) }))
  }

  /// The latest write by which a lane overwrote what it had not seen, of whatever value.
  private func stale(_ lane: LaneIndex, _ world: World) -> Stale? {
    let keys = lossy.flatMap { value in
      value.elements.map { ElementKey(object: value.object, element: $0) }
    }
    let losses = keys.compactMap { key in
      world.elements[key]?.lastLoss(by: lane).map { (key, $0) }
    }
    guard let (key, loss) = losses.max(by: { $0.1.by.seq < $1.1.by.seq }), let known = loss.by.known
    else { return nil }
    return Stale(
      name: world.name(key.object), read: known.text, count: loss.count,
      seqs: [known.seq, loss.by.seq])
  }

  /// The main process has ended: values that are to be exact must be so now. What a lost update
  /// explains is told as one.
  mutating func mainEnded(_ seq: Int, _ world: World) {
    for object in world.objects where wrong.count < Self.most {
      guard case .value(let value) = object.content, !value.atMost, let expected = value.expected,
        let number = value.number, number != expected,
        !lossy.contains(where: { $0.object == object.id })
      else { continue }
      let name = Sanitizer.line(object.name)
      wrong.append(
        Finding(
          kind: .wrongResult,
          text: Localized(
            zh: "\(name) 最后是 \(number)，应当是 \(expected)。",
            en: "\(name) is \(number) in the end; it should be \(expected)."),
          processes: value.lastWriter.map { [world.name($0)] } ?? [], objects: [name],
          seqs: [seq]))
    }
  }

  /// The values of which it is told what had gone wrong with them by the moment of `past`. That they
  /// were changed without order is part of that.
  func harmed(in past: World) -> Set<ObjectID> {
    let lost = lossy.filter { value in
      value.elements.contains { element in
        let key = ElementKey(object: value.object, element: element)
        return past.elements[key]?.firstLoss != nil
      }
    }
    let over = oversold.filter { ($0.seqs.first ?? 0) < past.eventCount }
    return Set(lost.map(\.object) + over.map(\.object))
  }

  func findings(_ world: World) -> [Finding] {
    oversold.compactMap { finding($0, world) } + lossy.compactMap { world.lostUpdate($0) } + wrong
  }

  private func finding(_ case: Oversold, _ world: World) -> Finding? {
    let happened = `case`.seqs.filter { $0 < world.eventCount }
    if happened.isEmpty { return nil }
    let name = world.name(`case`.object)
    var (now, limit) = (`case`.first, Int64(0))
    if case .value(let value)? = world.object(`case`.object)?.content {
      now = Sanitizer.line(value.text)
      limit = value.expected ?? 0
    }
    var text = Localized(
      zh: "\(name) 是 \(now)，最多只能是 \(limit)。", en: "\(name) is \(now), but may be at most \(limit).")
    if let writer = `case`.writers.first {
      text = text + oversoldText(world.name(writer), `case`)
    }
    let seqs = Set(happened + (`case`.stale?.seqs ?? []))
    return Finding(
      kind: .oversold, text: text, processes: world.names(`case`.writers), objects: [name],
      seqs: seqs.sorted())
  }

  /// How the first one came to write too much: what it acted upon was no longer true.
  private func oversoldText(_ writer: String, _ case: Oversold) -> Localized {
    guard let stale = `case`.stale else {
      return Localized(
        zh: "\(writer) 写入了 \(`case`.first)。", en: " \(writer) wrote \(`case`.first).")
    }
    let read = Sanitizer.line(stale.read)
    return Localized(
      zh: "\(writer) 查看 \(stale.name) 时它是 \(read)，等到 \(writer) 行动时，它已被别的进程改过 \(stale.count) 次。",
      en: " \(stale.name) was \(read) when \(writer) looked; before \(writer) acted upon that, "
        + "others had changed it \(Phrases.times(stale.count)).")
  }
}
