import ProcModel
import ProcSchedule

/// A run under control that is acted out by hand: what its lanes report, when somebody looks, and what
/// the controller answers.
struct Stage {
  var controller: RunController
  var scheduler: any Scheduler
  private(set) var time: UInt64 = 1_000_000_000
  private var numbers: [Int32: UInt32] = [:]
  private var isDying = false
  private var activity: TaskActivity?

  /// The pids of the main process and its children.
  static let main: Int32 = 100
  static let first: Int32 = 101
  static let second: Int32 = 102
  static let value = ObjectID(creator: main, number: 1)
  static let lock = ObjectID(creator: main, number: 2)

  /// Nothing has happened.
  init(
    _ limits: RunLimits = .watched, reading: RunController.Reading = .asks,
    following scheduler: any Scheduler = ReplayScheduler(Schedule())
  ) {
    controller = RunController(limits, reading: reading)
    self.scheduler = scheduler
  }

  /// A main process that has started two children, all at their gates: main before it joins the first,
  /// the children before they read a value.
  static func atGates(
    _ limits: RunLimits = .watched, following scheduler: any Scheduler = ReplayScheduler(Schedule())
  ) -> Stage {
    var stage = Stage(limits, following: scheduler)
    stage.begin()
    for child in [Self.first, Self.second] { stage.start(child) }
    stage.gate(main, .joinDone, process(first))
    for child in [Self.first, Self.second] { stage.gate(child, .valueRead, value) }
    return stage
  }

  static func process(_ pid: Int32) -> ObjectID { ObjectID(creator: pid, number: 0) }

  /// A lane reports something.
  mutating func report(
    _ pid: Int32, _ kind: EventKind, _ object: ObjectID = .none, value: Int64 = 0,
    extra: UInt64 = 0, text: String = ""
  ) {
    let number = numbers[pid, default: 0]
    numbers[pid] = number + 1
    controller.take(
      Event(
        kind, pid: pid, number: number, time: time, object: object, value: value, extra: extra,
        text: text))
  }

  /// The main process begins, and makes a value and a lock.
  mutating func begin() {
    report(Self.main, .processBegin, Self.process(Self.main), value: -1, text: "MainProcess")
    report(Self.main, .objectDefine, Self.value, value: ObjectKind.value.rawValue, text: "v")
    report(Self.main, .objectDefine, Self.lock, value: ObjectKind.lock.rawValue, text: "l")
  }

  /// The main process starts a child, and it begins.
  mutating func start(_ pid: Int32) {
    report(Self.main, .processStart, Self.process(pid), text: "Process-\(pid)")
    report(pid, .processBegin, Self.process(pid), extra: UInt64(Self.main), text: "Process-\(pid)")
  }

  /// A lane comes to its gate; its slot is its pid.
  mutating func gate(_ pid: Int32, _ kind: EventKind, _ object: ObjectID = .none) {
    report(pid, .gateWait, object, value: Int64(kind.rawValue), extra: UInt64(pid))
  }

  /// A lane reads the value and comes to its next gate.
  mutating func read(_ pid: Int32) {
    report(pid, .valueRead, Self.value)
    gate(pid, .valueRead, Self.value)
  }

  /// From now on somebody is dying, or nobody is.
  mutating func set(dying: Bool) { isDying = dying }

  /// From now on the kernel tells this of the processes.
  mutating func set(_ activity: TaskActivity?) { self.activity = activity }

  /// Somebody looks, this many nanoseconds later.
  mutating func look(after time: UInt64 = 0) -> RunController.Answer {
    self.time += time
    return controller.next(
      Glance(time: self.time, hasDying: isDying, activity: activity), &scheduler)
  }

  /// Somebody looks ten times a second for so many seconds.
  ///
  /// - Parameter cpu: how much CPU the processes use in each tenth of a second; nil: as it is set.
  /// - Returns: the last answer.
  @discardableResult
  mutating func look(seconds: Double, cpu: UInt64? = nil) -> RunController.Answer {
    var answer = RunController.Answer.wait(0)
    for _ in 0..<Int((seconds * 10).rounded()) {
      if let cpu, let now = activity {
        activity = TaskActivity(cpu: now.cpu + cpu, state: now.state)
      }
      answer = look(after: 100_000_000)
      guard case .wait = answer else { return answer }
    }
    return answer
  }
}
