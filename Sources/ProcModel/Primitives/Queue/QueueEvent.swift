/// The kinds of events of: queues and pipes.
public enum QueueEvent: Sendable, Hashable, CaseIterable {
  /// `queue.put`
  case put
  /// `queue.get`
  case get
  /// `queue.put.wait`
  case putWait
  /// `queue.get.wait`
  case getWait
  /// `queue.put.timeout`
  case putTimeout
  /// `queue.get.timeout`
  case getTimeout
  /// `queue.poll`
  case poll
  /// `queue.task_done`
  case taskDone
  /// `queue.join.wait`
  case joinWait
  /// `queue.join.done`
  case joinDone
  /// `pipe.close`
  case close
}

extension QueueEvent {
  /// The row of the kind.
  var facts: KindFacts {
    switch self {
    case .put: putRow
    case .get: getRow
    case .putWait: putWaitRow
    case .getWait: getWaitRow
    case .putTimeout: putTimeoutRow
    case .getTimeout: getTimeoutRow
    case .poll: pollRow
    case .taskDone: taskDoneRow
    case .joinWait: joinWaitRow
    case .joinDone: joinDoneRow
    case .close: closeRow
    }
  }

  private var putRow: KindFacts {
    KindFacts(
      name: "queue.put", words: Localized(zh: "放入 发送", en: "puts, sends into"), family: .queues,
      role: .give, completedBy: nil, standsInLine: false, gate: .happens,
      object: .object, footprint: .puts, onlyLooks: false, isPrivate: false,
      mark: .put, label: .text, caption: .text, comparedBy: .turn(.said), isFoundByValue: false)
  }

  private var getRow: KindFacts {
    KindFacts(
      name: "queue.get", words: Localized(zh: "取出 收到", en: "gets, receives from"),
      family: .queues,
      role: .take, completedBy: nil, standsInLine: false, gate: .happens,
      object: .object, footprint: .gets, onlyLooks: false, isPrivate: false,
      mark: .get, label: .text, caption: .text, comparedBy: .turn(.said), isFoundByValue: false)
  }

  private var putWaitRow: KindFacts {
    KindFacts(
      name: "queue.put.wait", words: Localized(zh: "等待空位 已满", en: "waits for room, full"),
      family: .queues,
      role: .wait, completedBy: .queuePut, standsInLine: true, gate: .waits,
      object: .object, footprint: .nothing, onlyLooks: false, isPrivate: false,
      mark: nil, label: .nothing, caption: .text, comparedBy: .nothing, isFoundByValue: false)
  }

  private var getWaitRow: KindFacts {
    KindFacts(
      name: "queue.get.wait", words: Localized(zh: "等待下一项 空", en: "waits for an item, empty"),
      family: .queues,
      role: .wait, completedBy: .queueGet, standsInLine: true, gate: .waits,
      object: .object, footprint: .nothing, onlyLooks: false, isPrivate: false,
      mark: nil, label: .nothing, caption: .text, comparedBy: .nothing, isFoundByValue: false)
  }

  private var putTimeoutRow: KindFacts {
    KindFacts(
      name: "queue.put.timeout",
      words: Localized(zh: "没能放入 已超时", en: "cannot put, full, timeout"), family: .queues,
      role: .timeout, completedBy: nil, standsInLine: false, gate: .givesUp(.queuePut),
      object: .object, footprint: .reads, onlyLooks: false, isPrivate: false,
      mark: .timedOut, label: .nothing, caption: .text, comparedBy: .own(.said),
      isFoundByValue: false)
  }

  private var getTimeoutRow: KindFacts {
    KindFacts(
      name: "queue.get.timeout",
      words: Localized(zh: "没能取到 已超时", en: "gets nothing, empty, timeout"), family: .queues,
      role: .timeout, completedBy: nil, standsInLine: false, gate: .givesUp(.queueGet),
      object: .object, footprint: .reads, onlyLooks: false, isPrivate: false,
      mark: .timedOut, label: .nothing, caption: .text, comparedBy: .own(.said),
      isFoundByValue: false)
  }

  private var pollRow: KindFacts {
    KindFacts(
      name: "queue.poll", words: Localized(zh: "查看队列", en: "looks at a queue"), family: .queues,
      role: .look, completedBy: nil, standsInLine: false, gate: .happens,
      object: .object, footprint: .reads, onlyLooks: true, isPrivate: false,
      mark: nil, label: .nothing, caption: .text, comparedBy: .nothing, isFoundByValue: false)
  }

  private var taskDoneRow: KindFacts {
    KindFacts(
      name: "queue.task_done", words: Localized(zh: "完成一个任务", en: "has done a task"),
      family: .queues,
      role: .give, completedBy: nil, standsInLine: false, gate: .happens,
      object: .object, footprint: .doesTask, onlyLooks: false, isPrivate: false,
      mark: .taskEnd, label: .nothing, caption: .text, comparedBy: .own(.said),
      isFoundByValue: false
    )
  }

  private var joinWaitRow: KindFacts {
    KindFacts(
      name: "queue.join.wait",
      words: Localized(zh: "等待任务全部完成", en: "waits until all tasks are done"), family: .queues,
      role: .wait, completedBy: .queueJoinDone, standsInLine: true, gate: .waits,
      object: .object, footprint: .nothing, onlyLooks: true, isPrivate: false,
      mark: nil, label: .nothing, caption: .text, comparedBy: .nothing, isFoundByValue: false)
  }

  private var joinDoneRow: KindFacts {
    KindFacts(
      name: "queue.join.done",
      words: Localized(zh: "任务已全部完成", en: "learns that all tasks are done"), family: .queues,
      role: .take, completedBy: nil, standsInLine: false, gate: .happens,
      object: .object, footprint: .findsTasksDone, onlyLooks: true, isPrivate: false,
      mark: .joined, label: .nothing, caption: .text, comparedBy: .own(.said),
      isFoundByValue: false)
  }

  private var closeRow: KindFacts {
    KindFacts(
      name: "pipe.close", words: Localized(zh: "关闭", en: "closes an end"), family: .queues,
      role: .give, completedBy: nil, standsInLine: false, gate: .happens,
      object: .object, footprint: .writes, onlyLooks: false, isPrivate: false,
      mark: nil, label: .nothing, caption: .text, comparedBy: .own(.said), isFoundByValue: false)
  }
}
