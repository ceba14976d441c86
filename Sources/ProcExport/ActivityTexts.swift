import ProcModel

/// The names of objects and lanes, and what lanes do, in a few words.
struct ActivityTexts {
  let language: Language
  /// The names of objects and lanes.
  private let names: [ObjectID: String]

  init(_ world: World, _ language: Language) {
    self.language = language
    var names: [ObjectID: String] = [:]
    for object in world.objects { names[object.id] = Sanitizer.line(object.name) }
    for lane in world.lanes { names[lane.id] = Sanitizer.line(lane.name) }
    self.names = names
  }

  /// The name of an object or lane.
  func name(_ id: ObjectID) -> String { names[id] ?? "?" }

  /// A lock is held.
  func holding(_ lock: ObjectID) -> String {
    text(Localized(zh: "持有 \(name(lock))", en: "holding \(name(lock))"))
  }

  /// What a lane does: `waits for lock-1`.
  func of(_ activity: Activity) -> String { text(words(activity)) }

  /// The category of an activity, the same in both languages.
  static func category(_ activity: Activity) -> StaticString {
    switch activity {
    case .starting: "starting"
    case .running: "running"
    case .blocked(let blocker): blocker.isLock ? "waiting" : "blocked"
    case .sleeping: "sleeping"
    case .held: "held"
    case .idle: "idle"
    case .ended: "ended"
    }
  }

  private func text(_ text: Localized) -> String { text[language] }

  private func words(_ activity: Activity) -> Localized {
    switch activity {
    case .starting: Localized(zh: "启动中", en: "starting")
    case .running: Localized(zh: "运行", en: "running")
    case .blocked(let blocker): words(blocker)
    case .sleeping: Localized(zh: "休眠", en: "sleeping")
    case .held(let pending):
      Localized(zh: "停在 \(pending.name) 前", en: "held before \(pending.name)")
    case .idle: Localized(zh: "空闲", en: "idle")
    case .ended: Localized(zh: "已结束", en: "ended")
    }
  }

  private func waits(_ id: ObjectID) -> Localized {
    Localized(zh: "等 \(name(id))", en: "waits for \(name(id))")
  }

  private func words(_ blocker: Blocker) -> Localized {
    switch blocker {
    case .lock(let lock): waits(lock)
    case .lockShare(let lock):
      Localized(zh: "等共享 \(name(lock))", en: "waits to share \(name(lock))")
    case .join(let child): Localized(zh: "join \(name(child))", en: "joins \(name(child))")
    case .get(let queue):
      Localized(zh: "等 \(name(queue)) 来数据", en: "waits for an item of \(name(queue))")
    case .put(let queue):
      Localized(zh: "等 \(name(queue)) 有空位", en: "waits for room in \(name(queue))")
    case .tasks(let queue):
      Localized(zh: "等 \(name(queue)) 的任务全部完成", en: "waits for the tasks of \(name(queue))")
    case .result(let pool, _):
      Localized(zh: "等 \(name(pool)) 的任务结果", en: "waits for a result of \(name(pool))")
    case .server(let object):
      Localized(zh: "等 \(name(object)) 的应答", en: "asks \(name(object))")
    case .input: Localized(zh: "等用户输入", en: "waits for input")
    case .semaphore(let id), .condition(let id), .event(let id), .barrier(let id): waits(id)
    }
  }
}

extension Activity {
  /// Whether there is no lane: before its beginning, and after its end.
  var isAbsent: Bool {
    switch self {
    case .starting, .ended: true
    case .running, .blocked, .sleeping, .held, .idle: false
    }
  }
}
