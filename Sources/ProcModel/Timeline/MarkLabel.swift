extension Event {
  /// The text below its mark: a value, an item, an exit code, a task's number (`#3`); may be empty.
  /// It comes from a process and may contain anything.
  public var markLabel: String {
    switch kind {
    case .valueRead, .valueWrite: valueText
    case .memory, .queuePut, .queueGet, .managerServe, .inputRead, .note: text
    case .dictSet, .dictGet: detail.isEmpty ? text : "\(text)=\(detail)"
    case .joinDone: text
    case .taskBegin, .taskEnd: "#\(extra)"
    case .semaphoreAcquire, .semaphoreRelease, .conditionNotify: String(value)
    case .barrierWait: String(value &+ 1)
    case .processExit: String(value)
    case .processReap: flags.contains(.statusUnknown) ? "" : String(value)
    default: ""
    }
  }
}
