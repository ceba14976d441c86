import ProcModel

/// What stands in a long stretch of a lane.
enum SpanTexts {
  /// The forms that a label can take, the fullest first.
  struct Label {
    let candidates: [String]
  }

  /// What a lane does in `span`, `length` nanoseconds long; nothing where its line says enough.
  static func label(of span: Timeline.Span, length: UInt64, scene: Scene) -> Label {
    let texts = texts(of: span, scene).map { scene.look($0) }
    if case .held = span.activity { return Label(candidates: texts) }
    let time = TimeText.short(length)
    let atLeast = texts.isEmpty ? [] : [scene.look(waits) + " · " + time]
    return Label(candidates: texts.map { "\($0) · \(time)" } + atLeast + texts)
  }

  /// What is said of what a lane does, at length first.
  private static func texts(of span: Timeline.Span, _ scene: Scene) -> [Localized] {
    switch span.activity {
    case .blocked(.result): result(scene.run.run.trace[span.seq])
    case .starting, .running, .ended: []
    case .idle: [Localized(zh: "空闲", en: "idle")]
    case .sleeping: [Localized(zh: "休眠", en: "sleeps")]
    case .blocked(let blocker): texts(of: blocker, scene)
    case .held(let operation):
      [
        Localized(zh: "停在 \(operation.name) 前", en: "held before \(operation.name)"),
        Localized(verbatim: operation.name),
      ]
    }
  }

  private static let waits = Localized(zh: "等待", en: "waits")

  private static func waits(for name: String) -> Localized {
    Localized(zh: "等 \(name)", en: "waits for \(name)")
  }

  /// A span does not say which task it is about; the event with which it began does.
  private static func result(_ event: Event) -> [Localized] {
    guard event.kind == .taskWait else { return [waits] }
    return [Localized(zh: "等任务 \(event.extra) 的结果", en: "waits for task \(event.extra)")]
  }

  private static func texts(of blocker: Blocker, _ scene: Scene) -> [Localized] {
    switch blocker {
    case .lock(let lock): [waits(for: scene.name(lock))]
    case .lockShare(let lock):
      [
        Localized(zh: "等共享 \(scene.name(lock))", en: "waits to share \(scene.name(lock))"),
        waits(for: scene.name(lock)),
      ]
    case .join(let child):
      [Localized(zh: "join \(scene.name(child))", en: "joins \(scene.name(child))")]
    case .get(let queue):
      [
        Localized(
          zh: "等 \(scene.name(queue)) 来数据", en: "waits for an item of \(scene.name(queue))"),
        waits(for: scene.name(queue)),
      ]
    case .put(let queue):
      [
        Localized(
          zh: "等 \(scene.name(queue)) 有空位", en: "waits for room in \(scene.name(queue))"),
        waits(for: scene.name(queue)),
      ]
    case .tasks(let queue):
      [
        Localized(
          zh: "等 \(scene.name(queue)) 的任务全部完成",
          en: "waits for the tasks of \(scene.name(queue))"),
        waits(for: scene.name(queue)),
      ]
    case .result: []
    case .server(let object):
      [Localized(zh: "等 \(scene.name(object)) 的应答", en: "asks \(scene.name(object))")]
    case .input: [Localized(zh: "等用户输入", en: "waits for input")]
    case .semaphore(let semaphore):
      [
        Localized(
          zh: "等 \(scene.name(semaphore)) 的名额",
          en: "waits for a unit of \(scene.name(semaphore))"),
        waits(for: scene.name(semaphore)),
      ]
    case .condition(let condition):
      [
        Localized(
          zh: "等 \(scene.name(condition)) 的通知",
          en: "waits for a notify of \(scene.name(condition))"),
        waits(for: scene.name(condition)),
      ]
    case .event(let event): [waits(for: scene.name(event))]
    case .barrier(let barrier):
      [
        Localized(zh: "在 \(scene.name(barrier)) 等", en: "waits at \(scene.name(barrier))"),
        waits(for: scene.name(barrier)),
      ]
    }
  }
}
