/// What must be done at the end of a process, before it waits for its children.
enum AtEnd {
  /// When, at the end.
  enum Stage {
    /// First of all: tasks that were submitted are still done (`threading._register_atexit`).
    case executors
    /// After the threads have ended (`multiprocessing.util.Finalize`).
    case managers
  }

  private struct Finalizer {
    let stage: Stage
    /// A forked child has copied its parent's steps, and must not do them.
    let process: Int32
    let owner: ObjectIdentifier
    let body: () -> Void
  }

  private static let steps = GuardedBox<[Finalizer]>([])

  /// Has this process do something at its end on behalf of `owner`, which lives until then, or until
  /// it is forgotten.
  static func add(_ stage: Stage, for owner: AnyObject, _ body: @escaping () -> Void) {
    let step = Finalizer(
      stage: stage, process: Runtime.pid, owner: ObjectIdentifier(owner), body: body)
    steps.withValue { $0.append(step) }
  }

  /// Removes the steps of `owner`.
  static func forget(_ owner: AnyObject) {
    let id = ObjectIdentifier(owner)
    steps.withValue { $0.removeAll { $0.owner == id } }
  }

  /// Performs the steps, the latest first.
  static func perform(_ stage: Stage) {
    while let step = next(stage) { step.body() }
  }

  /// Creates the list, so that a forked child finds it.
  static func makeKnown() { _ = steps.withValue { $0.isEmpty } }

  private static func next(_ stage: Stage) -> Finalizer? {
    steps.withValue { steps in
      let place = steps.lastIndex { $0.stage == stage && $0.process == Runtime.pid }
      return place.map { steps.remove(at: $0) }
    }
  }
}
