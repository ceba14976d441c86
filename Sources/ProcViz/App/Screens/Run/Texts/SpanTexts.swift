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
    let name = scene.name(blocker.object)
    return switch blocker {
    case .lock, .event: [waits(for: name)]
    case .lockShare: [.init(zh: "等共享 \(name)", en: "waits to share \(name)"), waits(for: name)]
    case .join: [.init(zh: "join \(name)", en: "joins \(name)")]
    case .get: [.init(zh: "等 \(name) 来数据", en: "waits for an item of \(name)"), waits(for: name)]
    case .put: [.init(zh: "等 \(name) 有空位", en: "waits for room in \(name)"), waits(for: name)]
    case .tasks:
      [.init(zh: "等 \(name) 的任务全部完成", en: "waits for the tasks of \(name)"), waits(for: name)]
    case .result: []
    case .server: [.init(zh: "等 \(name) 的应答", en: "asks \(name)")]
    case .input: [.init(zh: "等用户输入", en: "waits for input")]
    case .semaphore:
      [.init(zh: "等 \(name) 的名额", en: "waits for a unit of \(name)"), waits(for: name)]
    case .condition:
      [.init(zh: "等 \(name) 的通知", en: "waits for a notify of \(name)"), waits(for: name)]
    case .barrier: [.init(zh: "在 \(name) 等", en: "waits at \(name)"), waits(for: name)]
    }
  }
}
