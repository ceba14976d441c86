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
    case .start:
      KindFacts(
        name: "process.start", words: Localized(zh: "启动进程", en: "starts a process"),
        family: .processes,
        role: .life, completedBy: nil, standsInLine: false, passesGate: true,
        footprint: .starts, onlyLooks: false, isPrivate: false,
        mark: nil, label: .nothing, caption: .nothing, outcome: .own(.start), isFoundByValue: false)
    case .begin:
      KindFacts(
        name: "process.begin", words: Localized(zh: "开始运行", en: "begins to run"),
        family: .processes,
        role: .life, completedBy: nil, standsInLine: false, passesGate: true,
        footprint: .begins, onlyLooks: false, isPrivate: false,
        mark: .begin, label: .nothing, caption: .nothing, outcome: .own(.name),
        isFoundByValue: false)
    case .exit:
      KindFacts(
        name: "process.exit", words: Localized(zh: "结束 退出码", en: "ends, exit code"),
        family: .processes,
        role: .life, completedBy: nil, standsInLine: false, passesGate: true,
        footprint: .ends, onlyLooks: false, isPrivate: false,
        mark: nil, label: .value, caption: .value, outcome: .own(.value), isFoundByValue: true)
    case .reap:
      KindFacts(
        name: "process.reap",
        words: Localized(zh: "已结束 被终止 退出码", en: "has ended, was killed, exit code"),
        family: .processes,
        role: .life, completedBy: nil, standsInLine: false, passesGate: false,
        footprint: .joins, onlyLooks: false, isPrivate: false,
        mark: nil, label: .status, caption: .nothing, outcome: .own(.value), isFoundByValue: false)
    case .error:
      KindFacts(
        name: "process.error", words: Localized(zh: "出错", en: "fails with an error"),
        family: .processes,
        role: .life, completedBy: nil, standsInLine: false, passesGate: false,
        footprint: .nothing, onlyLooks: false, isPrivate: true,
        mark: nil, label: .nothing, caption: .text, outcome: .own(.said), isFoundByValue: false)
    case .idle:
      KindFacts(
        name: "process.idle", words: Localized(zh: "已就绪 等待工作", en: "is ready, waits for work"),
        family: .processes,
        role: .life, completedBy: nil, standsInLine: false, passesGate: false,
        footprint: .nothing, onlyLooks: false, isPrivate: true,
        mark: nil, label: .nothing, caption: .text, outcome: .nothing, isFoundByValue: false)
    case .signal:
      KindFacts(
        name: "process.signal", words: Localized(zh: "发送信号", en: "sends a signal, kills"),
        family: .processes,
        role: .life, completedBy: nil, standsInLine: false, passesGate: true,
        footprint: .kills, onlyLooks: false, isPrivate: false,
        mark: nil, label: .nothing, caption: .nothing, outcome: .own(.value), isFoundByValue: false)
    case .joinWait:
      KindFacts(
        name: "join.wait", words: Localized(zh: "等待结束", en: "waits for the end, joins"),
        family: .processes,
        role: .wait, completedBy: .joinDone, standsInLine: false, passesGate: false,
        footprint: .nothing, onlyLooks: true, isPrivate: false,
        mark: nil, label: .nothing, caption: .text, outcome: .nothing, isFoundByValue: false)
    case .joinDone:
      KindFacts(
        name: "join.done", words: Localized(zh: "等到结束 汇合", en: "has joined"), family: .processes,
        role: .take, completedBy: nil, standsInLine: false, passesGate: true,
        footprint: .awaits, onlyLooks: true, isPrivate: false,
        mark: .joined, label: .text, caption: .nothing, outcome: .own(.isTimedOut),
        isFoundByValue: false)
    case .poll:
      KindFacts(
        name: "poll", words: Localized(zh: "查看是否还在运行", en: "asks whether it is alive"),
        family: .processes,
        role: .look, completedBy: nil, standsInLine: false, passesGate: true,
        footprint: .reads, onlyLooks: true, isPrivate: false,
        mark: nil, label: .nothing, caption: .nothing, outcome: .nothing, isFoundByValue: false)
    }
  }
}
