/// The kinds of events of: processes and threads.
public enum ProcessEvent: Sendable, Hashable, CaseIterable {
  /// `process.start`
  case start
  /// `process.begin`
  case begin
  /// `process.exit`
  case exit
  /// `process.reap`
  case reap
  /// `process.error`
  case error
  /// `process.idle`
  case idle
  /// `process.signal`
  case signal
  /// `join.wait`
  case joinWait
  /// `join.done`
  case joinDone
  /// `poll`
  case poll
}

extension ProcessEvent {
  /// The row of the kind.
  var facts: KindFacts {
    switch self {
    case .start: startRow
    case .begin: beginRow
    case .exit: exitRow
    case .reap: reapRow
    case .error: errorRow
    case .idle: idleRow
    case .signal: signalRow
    case .joinWait: joinWaitRow
    case .joinDone: joinDoneRow
    case .poll: pollRow
    }
  }

  private var startRow: KindFacts {
    KindFacts(
      name: "process.start", words: Localized(zh: "启动进程", en: "starts a process"),
      family: .processes,
      role: .life, completedBy: nil, standsInLine: false, gate: .happens,
      object: .process, footprint: .starts, onlyLooks: false, isPrivate: false,
      mark: nil, label: .nothing, caption: .nothing, comparedBy: .own(.start),
      isFoundByValue: false)
  }

  private var beginRow: KindFacts {
    KindFacts(
      name: "process.begin", words: Localized(zh: "开始运行", en: "begins to run"),
      family: .processes,
      role: .life, completedBy: nil, standsInLine: false, gate: .maybe,
      object: .process, footprint: .begins, onlyLooks: false, isPrivate: false,
      mark: .begin, label: .nothing, caption: .nothing, comparedBy: .own(.name),
      isFoundByValue: false)
  }

  private var exitRow: KindFacts {
    KindFacts(
      name: "process.exit", words: Localized(zh: "结束 退出码", en: "ends, exit code"),
      family: .processes,
      role: .life, completedBy: nil, standsInLine: false, gate: .happens,
      object: .process, footprint: .ends, onlyLooks: false, isPrivate: false,
      mark: nil, label: .value, caption: .value, comparedBy: .own(.value), isFoundByValue: true)
  }

  private var reapRow: KindFacts {
    KindFacts(
      name: "process.reap",
      words: Localized(zh: "已结束 被终止 退出码", en: "has ended, was killed, exit code"),
      family: .processes,
      role: .life, completedBy: nil, standsInLine: false, gate: .never,
      object: .process, footprint: .joins, onlyLooks: false, isPrivate: false,
      mark: nil, label: .status, caption: .nothing, comparedBy: .own(.value),
      isFoundByValue: false)
  }

  private var errorRow: KindFacts {
    KindFacts(
      name: "process.error", words: Localized(zh: "出错", en: "fails with an error"),
      family: .processes,
      role: .life, completedBy: nil, standsInLine: false, gate: .never,
      object: .any, footprint: .nothing, onlyLooks: false, isPrivate: true,
      mark: nil, label: .nothing, caption: .text, comparedBy: .own(.said), isFoundByValue: false)
  }

  private var idleRow: KindFacts {
    KindFacts(
      name: "process.idle", words: Localized(zh: "已就绪 等待工作", en: "is ready, waits for work"),
      family: .processes,
      role: .life, completedBy: nil, standsInLine: false, gate: .never,
      object: .process, footprint: .nothing, onlyLooks: false, isPrivate: true,
      mark: nil, label: .nothing, caption: .text, comparedBy: .nothing, isFoundByValue: false)
  }

  private var signalRow: KindFacts {
    KindFacts(
      name: "process.signal", words: Localized(zh: "发送信号", en: "sends a signal, kills"),
      family: .processes,
      role: .life, completedBy: nil, standsInLine: false, gate: .happens,
      object: .any, footprint: .kills, onlyLooks: false, isPrivate: false,
      mark: nil, label: .nothing, caption: .nothing, comparedBy: .own(.value),
      isFoundByValue: false)
  }

  private var joinWaitRow: KindFacts {
    KindFacts(
      name: "join.wait", words: Localized(zh: "等待结束", en: "waits for the end, joins"),
      family: .processes,
      role: .wait, completedBy: .joinDone, standsInLine: false, gate: .waits,
      object: .process, footprint: .nothing, onlyLooks: true, isPrivate: false,
      mark: nil, label: .nothing, caption: .text, comparedBy: .nothing, isFoundByValue: false)
  }

  private var joinDoneRow: KindFacts {
    KindFacts(
      name: "join.done", words: Localized(zh: "等到结束 汇合", en: "has joined"), family: .processes,
      role: .take, completedBy: nil, standsInLine: false, gate: .happens,
      object: .process, footprint: .awaits, onlyLooks: true, isPrivate: false,
      mark: .joined, label: .text, caption: .nothing, comparedBy: .own(.isTimedOut),
      isFoundByValue: false)
  }

  private var pollRow: KindFacts {
    KindFacts(
      name: "poll", words: Localized(zh: "查看是否还在运行", en: "asks whether it is alive"),
      family: .processes,
      role: .look, completedBy: nil, standsInLine: false, gate: .happens,
      object: .process, footprint: .reads, onlyLooks: true, isPrivate: false,
      mark: nil, label: .nothing, caption: .nothing, comparedBy: .nothing, isFoundByValue: false)
  }
}
