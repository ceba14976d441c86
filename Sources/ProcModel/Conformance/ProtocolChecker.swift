/// Checks what one run of a speaker reports against docs/protocol.md, and keeps the first breach of
/// each rule. Pure: whoever runs the program hands it what came, in the order in which it came.
public struct ProtocolChecker: Sendable {
  /// The first breach of each rule.
  public private(set) var breaches: [ProtocolRule: ProtocolBreach] = [:]
  /// The lanes that were heard of.
  var lanes: [Reporter: LaneRecord] = [:]
  /// What was said of each child before it began: its name, its method, and by whom.
  private var starts: [ObjectID: (name: String, method: Int64, parent: Int32)] = [:]
  /// The processes and threads that have begun.
  private var begun: Set<ObjectID> = []
  private var defined: Set<ObjectID> = []
  private var rule = OrderRule()
  /// How each process ended, by its pid: the exit code, −N for signal N.
  var ends: [Int32: Int64] = [:]
  /// The pid of the main process, as the host tells it, and as the process itself does.
  private var hostsMain: Int32?
  private var ownMain: Int32?
  /// How many records have come.
  public private(set) var recordCount = 0
  /// When the run began, nanoseconds of `CLOCK_MONOTONIC`.
  private let startTime: UInt64
  /// Whether the gates are closed.
  var isHeld: Bool

  /// A checker of a run that begins now.
  public init(startTime: UInt64, isHeld: Bool) {
    self.startTime = startTime
    self.isHeld = isHeld
  }

  /// The gates were opened.
  public mutating func open() { isHeld = false }

  /// Keeps a breach, if it is the first one of its rule.
  public mutating func breach(_ rule: ProtocolRule, _ zh: String, _ en: String) {
    if breaches[rule] == nil { breaches[rule] = ProtocolBreach(rule, zh: zh, en: en) }
  }

  /// Keeps what is wrong with an event.
  mutating func breach(_ rule: ProtocolRule, _ event: Event, _ zh: String, _ en: String) {
    let kind = EventKind.name(ofCode: event.code)
    let lane = event.tid == 0 ? "\(event.pid)" : "\(event.pid)/\(event.tid)"
    breach(
      rule, "第 \(recordCount) 条记录（\(kind)，pid \(lane)，编号 \(event.number)）：\(zh)",
      "record \(recordCount) (\(kind) of pid \(lane), number \(event.number)): \(en)")
  }

  /// Takes a piece of the channel.
  ///
  /// - Parameter now: when it was read, nanoseconds of `CLOCK_MONOTONIC`.
  public mutating func take(_ piece: ChannelScanner.Piece, now: UInt64) {
    switch piece {
    case .event(let event): take(event, now: now)
    case .malformed(let offset, let reason):
      breach(
        .recordForm, "通道中第 \(offset) 字节处的数据不是记录：\(reason.zh)",
        "byte \(offset) of the channel begins no record: \(reason.en)")
    }
  }

  private mutating func take(_ event: Event, now: UInt64) {
    recordCount += 1
    if event.isObserved {
      breach(.recordForm, event, "标志 128 只能由查看器使用", "flag 128 is for the viewer alone")
    }
    let isInTurn = checkLane(event, now: now)
    checkObject(event)
    checkGate(event)
    rule.check(event)
    // A gap in the numbers is a breach of `record.number` already.
    if isInTurn, let violation = rule.violations.last, violation.seq == recordCount - 1 {
      breach(.order, event, violation.text, violation.text)
    }
  }

  // MARK: - Records and lanes

  /// - Returns: whether the event has the number that comes next in its lane.
  private mutating func checkLane(_ event: Event, now: UInt64) -> Bool {
    let reporter = Reporter(event)
    var lane = lanes.removeValue(forKey: reporter) ?? LaneRecord()
    // The kernel gives pids and tids again; what ended under it before is somebody else.
    if lane.hasEnded, event.number == 0 { lane = LaneRecord() }
    defer { lanes[reporter] = lane }
    let isInTurn = event.number == lane.nextNumber
    if !isInTurn {
      breach(
        .recordNumber, event, "编号应为 \(lane.nextNumber)",
        "the number should be \(lane.nextNumber)")
    }
    lane.nextNumber = event.number &+ 1
    if event.time < max(lane.lastTime, startTime) || event.time > now {
      breach(
        .recordTime, event, "时间 \(event.time) 不在 \(max(lane.lastTime, startTime)) … \(now) 之间",
        "its time \(event.time) is not \(max(lane.lastTime, startTime)) … \(now)")
    } else {
      lane.lastTime = event.time
    }
    checkLife(event, &lane)
    if event.kind == .objectDefine {
      lane.newObject = event.object
    } else if event.kind != .valueWrite || event.object != lane.newObject {
      lane.newObject = nil
    }
    return isInTurn
  }

  private mutating func checkLife(_ event: Event, _ lane: inout LaneRecord) {
    if lane.hasEnded {
      breach(
        .laneEnd, event, "在 process.exit 之后还有记录", "it comes after the process.exit of its lane")
    }
    let announcesBegin =
      event.kind == .gateWait && PendingOperation(event).kind == .processBegin
    if !lane.hasBegun, event.kind != .processBegin, !announcesBegin {
      breach(
        .laneBegin, event, "在 process.begin 之前", "it comes before the process.begin of its lane")
      lane.hasBegun = true
    }
    guard case .process(let kind) = event.kind.primitive else { return }
    switch kind {
    case .start: checkStart(event)
    case .begin: checkBegin(event, &lane)
    case .reap: ends[Int32(truncatingIfNeeded: event.extra)] = event.value
    case .exit:
      lane.hasEnded = true
      lane.exitCode = event.value
      if event.object != lane.process {
        breach(.laneEnd, event, "对象不是它自己", "its object is not the process itself")
      }
    case .error, .idle, .signal, .joinWait, .joinDone, .poll: break
    }
  }

  private mutating func checkStart(_ event: Event) {
    if event.text.isEmpty { breach(.name, event, "没有名字", "there is no name") }
    starts[event.object] = (event.text, event.value, event.pid)
  }

  private mutating func checkBegin(_ event: Event, _ lane: inout LaneRecord) {
    if lane.hasBegun { breach(.laneBegin, event, "重复的开始", "the lane has begun already") }
    lane.hasBegun = true
    lane.process = event.object
    begun.insert(event.object)
    if event.text.isEmpty { breach(.name, event, "没有名字", "there is no name") }
    if event.value < 0 { return checkMain(event) }
    guard let start = starts[event.object] else {
      return breach(
        .laneBegin, event, "没有哪个 process.start 启动过它", "no process.start has started it")
    }
    if start.name != event.text {
      breach(
        .name, event, "名字是“\(event.text)”，启动时是“\(start.name)”",
        "its name is '\(event.text)' and was '\(start.name)' at the start")
    }
    if start.method != event.value {
      breach(.laneBegin, event, "启动方式与启动时不同", "its method is not that of the start")
    }
  }

  private mutating func checkMain(_ event: Event) {
    if let ownMain {
      breach(
        .laneBegin, event, "主进程已经是 pid \(ownMain)", "the main process is pid \(ownMain) already")
    }
    ownMain = event.pid
    let identity = ObjectID(creator: event.pid, number: 0)
    if event.object != identity {
      breach(
        .laneBegin, event, "主进程的标识应为 \(identity.rawValue)",
        "the identity of the main process should be \(identity.rawValue)")
    }
  }

  // MARK: - Objects

  private mutating func checkObject(_ event: Event) {
    if event.kind == .objectDefine {
      if event.object == .none { breach(.objectDefine, event, "没有标识", "there is no identity") }
      if event.text.isEmpty { breach(.name, event, "没有名字", "there is no name") }
      defined.insert(event.object)
      return
    }
    switch event.kind.facts.object {
    case .any: break
    case .object where !defined.contains(event.object):
      breach(
        .objectDefine, event, "对象 \(event.object.rawValue) 没有介绍过",
        "object \(event.object.rawValue) was not introduced")
    case .process where event.kind != .processStart && event.kind != .processBegin:
      if starts[event.object] == nil, !begun.contains(event.object) {
        breach(
          .objectDefine, event, "进程 \(event.object.rawValue) 没有启动过",
          "process \(event.object.rawValue) was not started")
      }
    case .object, .process: break
    }
  }

  // MARK: - The host

  /// Takes what the host tells.
  public mutating func take(_ packet: HostPacket) {
    switch packet {
    case .mainStarted(let pid):
      if let hostsMain {
        breach(
          .hostMain, "主进程报告了两次：\(hostsMain)，\(pid)",
          "two main processes are told: \(hostsMain), \(pid)")
      }
      hostsMain = pid
    case .reaped(let pid, let status):
      if hostsMain == nil {
        breach(
          .hostMain, "先报告了 pid \(pid) 的结束", "the end of pid \(pid) is told before the main process")
      }
      ends[pid] = Self.exitCode(ofStatus: status)
    case .runOver: break
    }
  }

  /// The exit code in a wait status (wait(2)), −N for signal N.
  private static func exitCode(ofStatus status: Int32) -> Int64 {
    let signal = Int64(status & 0x7F)
    return signal == 0 ? Int64(status >> 8 & 0xFF) : -signal
  }

  /// The pid of the main process: the host's word, else its own.
  public var mainPid: Int32? { hostsMain ?? ownMain }

  /// How the main process ended; nil: that was not told.
  public var mainEnd: Int64? { mainPid.flatMap { ends[$0] } }

  /// The pids of all processes that have begun.
  public var pids: Set<Int32> { Set(lanes.keys.map(\.pid)) }

  // MARK: - The end

  /// The run is over.
  ///
  /// - Parameter byItself: whether nobody ended it before its time.
  public mutating func finish(byItself: Bool) {
    if recordCount == 0 {
      breach(.laneBegin, "程序没有报告任何事件", "the program reported nothing")
    }
    if hostsMain == nil {
      breach(.hostMain, "宿主进程没有报告主进程", "the host did not tell of a main process")
    } else if let ownMain, ownMain != hostsMain {
      breach(
        .hostMain, "宿主进程报告的主进程是 \(hostsMain ?? 0)，报告事件的是 \(ownMain)",
        "the host tells of main process \(hostsMain ?? 0), but it is \(ownMain) that reports")
    }
    for (reporter, lane) in lanes.sorted(by: { $0.key.pid < $1.key.pid }) where reporter.tid == 0 {
      checkEnd(of: reporter.pid, lane, byItself: byItself)
    }
  }

  private mutating func checkEnd(of pid: Int32, _ lane: LaneRecord, byItself: Bool) {
    guard let code = ends[pid] else {
      // A parent that was killed may have learned of it and not told any more.
      let parent = starts[lane.process].flatMap { ends[$0.parent] }
      if !byItself || parent ?? 0 < 0 { return }
      return breach(
        .hostReap, "没有谁报告 pid \(pid) 是怎样结束的", "nobody told how pid \(pid) ended")
    }
    guard byItself, code >= 0 else { return }
    guard let said = lane.exitCode else {
      return breach(
        .laneEnd, "pid \(pid) 以退出码 \(code) 结束，却没有报告 process.exit",
        "pid \(pid) ended with code \(code) and did not say process.exit")
    }
    // A process ends with the low 8 bits of its code.
    if said & 0xFF != code & 0xFF {
      breach(
        .laneEnd, "pid \(pid) 报告的退出码是 \(said)，实际是 \(code)",
        "pid \(pid) said exit code \(said) and ended with \(code)")
    }
  }
}

/// What is known of one lane of a speaker.
struct LaneRecord: Sendable {
  var nextNumber: UInt32 = 0
  var lastTime: UInt64 = 0
  var hasBegun = false
  var hasEnded = false
  var exitCode: Int64?
  /// Its own object.
  var process = ObjectID.none
  /// The object that it has just introduced: nothing but first values came since.
  var newObject: ObjectID?
  /// Where it is held, or was held last.
  var gate: GateWait?

  /// A lane at its gate.
  struct GateWait: Sendable {
    let pending: EventKind?
    let slot: UInt64
    /// Whether it was let go since.
    var isLetGo = false
    /// Whether it has reported anything since.
    var hasAnswered = false
    /// Whether it has done its operation.
    var isDone = false
  }
}
