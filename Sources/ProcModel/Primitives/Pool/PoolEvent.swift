/// The kinds of events of: pools and their tasks.
public enum PoolEvent: Sendable, Hashable, CaseIterable {
  /// `task.submit`
  case submit
  /// `task.begin`
  case begin
  /// `task.end`
  case end
  /// `task.wait`
  case wait
  /// `task.result`
  case result
  /// `shutdown`
  case shutdown
}

extension PoolEvent {
  /// The row of the kind.
  var facts: KindFacts {
    switch self {
    case .submit:
      KindFacts(
        name: "task.submit", words: Localized(zh: "提交任务 交给", en: "submits a task"), family: .pools,
        role: .give, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .writes, onlyLooks: false, isPrivate: false,
        mark: nil, label: .nothing, caption: .text, comparedBy: .own(.said), isFoundByValue: false)
    case .begin:
      KindFacts(
        name: "task.begin", words: Localized(zh: "开始任务", en: "begins a task"), family: .pools,
        role: .take, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .writes, onlyLooks: false, isPrivate: false,
        mark: .taskBegin, label: .serial, caption: .text, comparedBy: .turn(.said),
        isFoundByValue: false)
    case .end:
      KindFacts(
        name: "task.end", words: Localized(zh: "做完任务", en: "ends a task"), family: .pools,
        role: .give, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .endsTask, onlyLooks: false, isPrivate: false,
        mark: .taskEnd, label: .serial, caption: .text, comparedBy: .own(.said),
        isFoundByValue: false)
    case .wait:
      KindFacts(
        name: "task.wait", words: Localized(zh: "等待任务结果", en: "waits for the result of a task"),
        family: .pools,
        role: .wait, completedBy: .taskResult, standsInLine: false, gate: .waits,
        // A lane that has to wait has looked, and found nothing.
        object: .object, footprint: .readsResult, onlyLooks: true, isPrivate: false,
        mark: nil, label: .nothing, caption: .text, comparedBy: .nothing, isFoundByValue: false)
    case .result:
      KindFacts(
        name: "task.result", words: Localized(zh: "得到任务结果", en: "has the result of a task"),
        family: .pools,
        role: .take, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .readsResult, onlyLooks: true, isPrivate: false,
        mark: nil, label: .nothing, caption: .text, comparedBy: .own(.said), isFoundByValue: false)
    case .shutdown:
      KindFacts(
        name: "shutdown", words: Localized(zh: "关闭", en: "shuts down"), family: .pools,
        role: .change, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .writes, onlyLooks: false, isPrivate: false,
        mark: nil, label: .nothing, caption: .text, comparedBy: .own(.said), isFoundByValue: false)
    }
  }
}
