/// A task is begun after it was submitted, by one worker, and has its result after its end.
struct TaskChecker: Sendable {
  private enum Stage: Sendable { case submitted, begun, ended }
  private var stages: [Numbered: Stage] = [:]

  mutating func check(_ kind: PoolEvent, _ event: Event) -> String? {
    let task = Numbered(event)
    let serial = event.extra
    switch kind {
    case .submit:
      return stages.updateValue(.submitted, forKey: task) == nil
        ? nil : "task \(serial) is submitted twice"
    case .begin:
      return stages.updateValue(.begun, forKey: task) == .submitted
        ? nil : "task \(serial) begins without waiting for a worker"
    case .end:
      guard let stage = stages.updateValue(.ended, forKey: task), stage != .ended else {
        return "task \(serial) ends twice, or was never submitted"
      }
      return nil
    case .result:
      return stages[task] == .ended ? nil : "task \(serial) has a result before its end"
    case .wait, .shutdown: return nil
    }
  }
}
