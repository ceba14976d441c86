/// A rule of docs/protocol.md that a speaker keeps, and that `procviz check-protocol` checks. The raw
/// value is the id by which reports and the page name it; it never changes its meaning.
public enum ProtocolRule: String, Sendable, CaseIterable, Hashable {
  case recordForm = "record.form"
  case recordNumber = "record.number"
  case recordTime = "record.time"
  case laneBegin = "lane.begin"
  case laneEnd = "lane.end"
  case name
  case objectDefine = "object.define"
  case order
  case gateWait = "gate.wait"
  case gateHold = "gate.hold"
  case gateOne = "gate.one"
  case gateAnswer = "gate.answer"
  case gateSlot = "gate.slot"
  case gateOpen = "gate.open"
  case hostMain = "host.main"
  case hostReap = "host.reap"
  case hostEnd = "host.end"
  case hostWord = "host.word"
  case hostGone = "host.gone"
  case aloneRun = "alone.run"

  /// What the rule says, as a sentence.
  public var statement: Localized {
    switch self {
    case .recordForm:
      Localized(zh: "每条记录的格式都正确", en: "every record is well-formed")
    case .recordNumber:
      Localized(zh: "每个泳道的编号从 0 开始，连续不断", en: "the numbers of each lane run from 0, without a gap")
    case .recordTime:
      Localized(
        zh: "时间取自 CLOCK_MONOTONIC，在同一泳道中不倒退",
        en: "times are those of CLOCK_MONOTONIC, and never go back within a lane")
    case .laneBegin:
      Localized(
        zh: "每个泳道先报告 process.begin，并且先被启动",
        en: "each lane says process.begin first, and was started before")
    case .laneEnd:
      Localized(
        zh: "正常结束的进程最后报告 process.exit 和它的退出码",
        en: "a process that ends by itself says process.exit last, with its exit code")
    case .name:
      Localized(
        zh: "进程和对象都有名字，开始时与启动时同名",
        en: "processes and objects have names, the same when they begin as when they are started")
    case .objectDefine:
      Localized(
        zh: "对象在第一次使用之前由 object.define 介绍",
        en: "an object is introduced by object.define before use")
    case .order:
      Localized(
        zh: "先报告再给出，先取得再报告", en: "give before, take after: the order could have happened")
    case .gateWait:
      Localized(
        zh: "闸门关闭时，每个操作之前都有 gate.wait", en: "when held, a gate.wait comes before each operation")
    case .gateHold:
      Localized(zh: "被拦住的泳道在放行之前什么也不做", en: "a lane at its gate does nothing until it is let go")
    case .gateOne:
      Localized(zh: "放行一次只完成一个操作", en: "a lane that is let go once does one operation")
    case .gateAnswer:
      Localized(zh: "被放行的泳道总会报告些什么", en: "a lane that is let go reports something")
    case .gateSlot:
      Localized(
        zh: "每个泳道在控制页中有自己的槽位", en: "each lane has a slot of its own in the control page")
    case .gateOpen:
      Localized(
        zh: "闸门打开后，程序运行到终点", en: "when the gates are opened, the program goes on to its end")
    case .hostMain:
      Localized(
        zh: "宿主进程首先报告主进程的 pid", en: "the host tells the pid of the main process first")
    case .hostReap:
      Localized(zh: "每个结束的进程都被回收并报告", en: "every process that ends is reaped, and that is told")
    case .hostEnd:
      Localized(
        zh: "主进程结束后，宿主进程结束其余进程，然后以 0 退出",
        en: "after the main process the host ends all others, and exits with 0")
    case .hostWord:
      Localized(zh: "收到 K 后，宿主进程结束所有进程", en: "when told K, the host ends everything")
    case .hostGone:
      Localized(zh: "查看器消失后，所有进程都结束", en: "when the viewer goes away, everything ends")
    case .aloneRun:
      Localized(
        zh: "没有查看器时，程序照样运行，退出码相同",
        en: "without a viewer the program runs, with the same exit code")
    }
  }
}

/// A place where a speaker breaks a rule.
public struct ProtocolBreach: Sendable, Hashable {
  /// The rule.
  public let rule: ProtocolRule
  /// What was wrong, and which record shows it.
  public let text: Localized

  /// A breach.
  public init(_ rule: ProtocolRule, zh: String, en: String) {
    self.rule = rule
    text = Localized(zh: zh, en: en)
  }
}
