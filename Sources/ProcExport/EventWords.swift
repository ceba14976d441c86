import ProcModel

extension EventKind {
  /// Whether it is an operation that is shown: not only the beginning or end of a state that is
  /// shown as such, and not internal to the protocol. Every event that passes something on is one.
  var isDeed: Bool {
    switch self {
    case .joinWait, .lockWait, .semaphoreWait, .queuePutWait, .queueGetWait, .queueJoinWait,
      .sleepBegin, .sleepEnd, .inputWait, .objectDefine, .gateWait, .conditionWait, .eventWait,
      .taskWait, .expect:
      false
    default: true
    }
  }
}

extension Event {
  /// The value that is read, written, put or got: the short form at a mark; may be empty.
  var label: String {
    let label: String =
      switch kind {
      case .valueRead, .valueWrite: flags.contains(.textual) ? text : String(value)
      case .dictSet, .dictGet: detail.isEmpty ? text : "\(text)=\(detail)"
      case .processExit: String(value)
      // What they are about is named anyway.
      case .processStart, .processBegin, .joinDone, .processReap, .processSignal, .poll: ""
      case .semaphoreAcquire, .semaphoreRelease, .conditionNotify: String(value)
      default: text
      }
    return Sanitizer.line(label)
  }
}
