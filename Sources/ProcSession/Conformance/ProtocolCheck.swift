import CProcSupport
import Glibc
public import ProcModel
import ProcSystem

/// Checks whether a program speaks the protocol (docs/protocol.md, *Checking a speaker*): it is run
/// six times, and each rule is looked at in the runs that can show it.
public struct ProtocolCheck {
  /// What came of a rule.
  public enum Verdict: Sendable, Hashable {
    case kept
    case broken(Localized)
    /// Nothing in the runs could show whether it is kept.
    case unseen(Localized)
  }

  /// The verdict of each rule, in the order of the rules.
  public private(set) var verdicts: [(rule: ProtocolRule, verdict: Verdict)] = []
  /// How many records were looked at.
  public private(set) var recordCount = 0

  private let launch: Launch
  /// How long one run may take, and how long a lane or a host may take to answer, nanoseconds.
  private let limit: UInt64
  private var breaches: [ProtocolRule: Localized] = [:]
  private var unseen: [ProtocolRule: Localized] = [:]

  /// Checks a program.
  ///
  /// - Parameter limit: how long each of the runs may take, nanoseconds.
  /// - Throws: ``SessionError`` where the program could not be started.
  public init(_ launch: Launch, limit: UInt64) throws(SessionError) {
    self.launch = launch
    self.limit = limit
    let end = try runFreely()
    try runOneByOne()
    try runOpened()
    try runUntilTold()
    try runUntilLeft()
    try runAlone(expecting: end)
    verdicts = ProtocolRule.allCases.map { rule in
      if let text = breaches[rule] { return (rule, .broken(text)) }
      return (rule, unseen[rule].map { .unseen($0) } ?? .kept)
    }
  }

  /// Whether no rule was broken.
  public var isPassed: Bool { breaches.isEmpty }

  private mutating func take(_ run: SpeakerRun) {
    recordCount += run.checker.recordCount
    for (rule, breach) in run.checker.breaches where breaches[rule] == nil {
      breaches[rule] = breach.text
    }
  }

  private mutating func see(nothingOf rules: [ProtocolRule], _ zh: String, _ en: String) {
    for rule in rules { unseen[rule] = unseen[rule] ?? Localized(zh: zh, en: en) }
  }

  // MARK: - The runs

  /// Nobody holds it.
  ///
  /// - Returns: how the main process ended, where it did by itself.
  private mutating func runFreely() throws(SessionError) -> Int64? {
    let run = try SpeakerRun(launch, isHeld: false)
    let isOver = run.wait(nanoseconds: limit) { $0.hasEnded }
    if isOver {
      run.collect()
      if !run.endedWell { run.breach(.hostEnd, "宿主进程没有以 0 退出", "the host did not exit with 0") }
      checkNobodyIsLeft(run, .hostEnd)
    } else if let end = run.checker.mainEnd {
      run.breach(
        .hostEnd, "主进程结束（\(end)）后，宿主进程没有结束",
        "the main process ended (\(end)), and the host did not")
    } else {
      see(
        nothingOf: [.hostEnd, .hostReap, .laneEnd, .gateOpen, .aloneRun],
        "程序在 \(seconds) 秒内没有结束", "the program did not end within \(seconds) s")
    }
    if isOver { run.finish(byItself: true) }
    take(run)
    return isOver ? run.checker.mainEnd : nil
  }

  /// One lane is let go at a time, in turn.
  private mutating func runOneByOne() throws(SessionError) {
    let run = try SpeakerRun(launch, isHeld: true)
    let deadline = MonotonicClock.now + limit
    var last: ProtocolChecker.HeldLane?
    while !run.hasEnded, MonotonicClock.now < deadline {
      let held = run.checker.heldLanes.filter { run.isAlive($0.pid) }
      // Who comes behind the last one in the order of the slots; then from the start again.
      guard
        let next = held.first(where: { lane in last.map { lane.slot > $0.slot } ?? true })
          ?? held.first
      else {
        run.collect()
        continue
      }
      last = next
      run.letGo(next)
      let isAnswered = { (run: SpeakerRun) in
        run.checker.hasAnswered(next) || run.hasEnded || !run.isAlive(next.pid)
      }
      guard run.wait(nanoseconds: limit, until: isAnswered) else {
        run.breach(
          .gateAnswer, "pid \(next.pid) 放行后 \(seconds) 秒内没有报告任何事件",
          "pid \(next.pid) was let go and reported nothing for \(seconds) s")
        break
      }
    }
    run.collect()
    if run.hasEnded { run.finish(byItself: true) }
    // What passed a gate unasked was a breach already: here nothing at all was reported.
    if last == nil {
      see(
        nothingOf: [.gateWait, .gateHold, .gateOne, .gateAnswer, .gateSlot],
        "没有一个泳道停在闸门前", "no lane ever came to a gate")
    }
    take(run)
  }

  /// Held at first, then let go for good.
  private mutating func runOpened() throws(SessionError) {
    let run = try SpeakerRun(launch, isHeld: true)
    _ = run.wait(nanoseconds: limit) { !$0.checker.heldLanes.isEmpty || $0.hasEnded }
    run.open()
    let isOver = run.wait(nanoseconds: limit) { $0.hasEnded }
    if !isOver, unseen[.gateOpen] == nil {
      run.breach(
        .gateOpen, "打开闸门后 \(seconds) 秒内没有结束",
        "it did not end within \(seconds) s after the gates were opened")
    }
    take(run)
  }

  /// Held, and then told to end.
  private mutating func runUntilTold() throws(SessionError) {
    let run = try SpeakerRun(launch, isHeld: true)
    guard isHeld(run, .hostWord) else { return take(run) }
    run.tellEnd()
    if !run.wait(nanoseconds: limit, until: { $0.hasEnded }) {
      run.breach(
        .hostWord, "收到 K 后 \(seconds) 秒内宿主进程没有结束",
        "told K, the host did not end within \(seconds) s")
    }
    run.collect()
    checkNobodyIsLeft(run, .hostWord)
    if run.checker.mainEnd == nil {
      run.breach(.hostWord, "没有报告主进程的结束", "the end of the main process was not told")
    }
    take(run)
  }

  /// Held, and then left.
  private mutating func runUntilLeft() throws(SessionError) {
    let run = try SpeakerRun(launch, isHeld: true)
    guard isHeld(run, .hostGone) else { return take(run) }
    run.hangUp()
    if !run.wait(nanoseconds: limit, until: { $0.hasEnded }) {
      run.breach(
        .hostGone, "查看器消失后 \(seconds) 秒内宿主进程没有结束",
        "the viewer went away, and the host did not end within \(seconds) s")
    }
    checkNobodyIsLeft(run, .hostGone)
    take(run)
  }

  /// Waits until somebody is held: then the program cannot end by itself.
  private mutating func isHeld(_ run: SpeakerRun, _ rule: ProtocolRule) -> Bool {
    let isHeld = run.wait(nanoseconds: limit) { !$0.checker.heldLanes.isEmpty || $0.hasEnded }
    if isHeld, !run.hasEnded { return true }
    see(nothingOf: [rule], "程序没有停在闸门前", "the program was never held at a gate")
    return false
  }

  private func checkNobodyIsLeft(_ run: SpeakerRun, _ rule: ProtocolRule) {
    // The kernel needs a moment to end those that the host has killed.
    if run.wait(nanoseconds: limit, until: { $0.living.isEmpty }) { return }
    let pids = run.living.map { String($0) }.joined(separator: ", ")
    run.breach(rule, "进程 \(pids) 还活着", "processes are left: \(pids)")
  }

  /// Without a viewer.
  private mutating func runAlone(expecting end: Int64?) throws(SessionError) {
    guard let end else {
      return see(
        nothingOf: [.aloneRun], "有查看器时，程序没有结束", "with a viewer, its end was not told")
    }
    let pair = try SocketPair(SOCK_SEQPACKET)
    let pid = try HostProcess.startUnwatched(launch, SpeakerRun.silentEnds(socket: pair.theirs))
    let pidfd = Descriptor(owning: proc_pidfd_open(pid))
    var wait = pollfd(fd: pidfd.number, events: Int16(POLLIN), revents: 0)
    let isOver = poll(&wait, 1, Int32(clamping: limit / 1_000_000)) > 0
    if !isOver { kill(-pid, SIGKILL) }
    var status: Int32 = 0
    retrying { waitpid(pid, &status, 0) }
    let code = Int64(proc_exit_code(status))
    if !isOver {
      breaches[.aloneRun] = Localized(
        zh: "没有查看器时，程序在 \(seconds) 秒内没有结束",
        en: "without a viewer it did not end within \(seconds) s")
    } else if code != end {
      breaches[.aloneRun] = Localized(
        zh: "有查看器时以 \(end) 结束，没有时以 \(code) 结束",
        en: "it ended with \(end) with a viewer, and with \(code) without one")
    }
  }

  private var seconds: UInt64 { limit / 1_000_000_000 }
}
