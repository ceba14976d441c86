import ProcModel
import ProcRuntime

/// Lesson 1: what a program can ask a process, and what it can tell it.
private enum ProcessAPI {
  static let work = Target("process-api.work") { (time: Duration) in
    print("I am \(currentProcess().name), pid \(currentProcess().pid ?? 0)")
    sleep(time)
  }

  static let fail = Target("process-api.fail") { (code: Int32) in
    throw SystemExit(code)
  }

  static let background = Target("process-api.background") { (time: Duration) in
    print("working in the background")
    sleep(time)
    print("background work done")
  }

  static func main(_ knobs: KnobValues) throws {
    setStartMethod(knobs.startMethod)
    print("I am \(currentProcess().name), pid \(currentProcess().pid ?? 0)")
    try nameAndJoin(knobs)
    try exitCodes(knobs)
    try leaveDaemon(knobs)
  }

  /// A default name, pid and ident, join with and without a timeout, isAlive.
  static func nameAndJoin(_ knobs: KnobValues) throws {
    let process = Process(target: work, args: knobs.scaled(.seconds(1)))
    try process.start()
    print("\(process.name): pid \(process.pid ?? 0), ident \(process.ident ?? 0)")
    let ended = try process.join(timeout: knobs.scaled(.milliseconds(300)))
    print("join(timeout: 0.3) ended: \(ended), isAlive: \(process.isAlive())")
    try process.join()
    print("join() done, isAlive: \(process.isAlive())")
  }

  /// A given name, and three ways to end: by itself, with an exit code, by a signal.
  static func exitCodes(_ knobs: KnobValues) throws {
    let failing = Process(target: fail, args: 3, name: "failing")
    let stopped = Process(target: work, args: knobs.scaled(.seconds(60)), name: "stopped")
    let killed = Process(target: work, args: knobs.scaled(.seconds(60)), name: "killed")
    for process in [failing, stopped, killed] { try process.start() }
    sleep(knobs.scaled(.milliseconds(500)))
    try stopped.terminate()
    try killed.kill()
    for process in [failing, stopped, killed] {
      try process.join()
      print("\(process.name): exitcode \(process.exitCode ?? 0)")
    }
  }

  /// A child that is still at work when main ends.
  static func leaveDaemon(_ knobs: KnobValues) throws {
    let process = Process(
      target: background, args: knobs.scaled(.seconds(2)), name: "background",
      daemon: knobs.isOn("daemon"))
    try process.start()
    sleep(knobs.scaled(.milliseconds(500)))
    print("main ends")
  }
}

extension Scenario {
  /// Names, pids, join, exit codes, daemons (lesson 1).
  static let processAPI = Scenario(
    id: "process-api",
    lesson: .processes,
    title: Localized(
      zh: "name、pid、join、退出码与守护进程",
      en: "name, pid, join, exit codes and daemons"),
    lookFor: Localized(
      zh: "看 join 等到什么时候；看每个进程末尾的退出码（负数是信号）；最后看主进程结束时 background 的下场。",
      en: """
        See how long a join lasts, the exit code at the end of each lane (a signal is negative), and \
        what becomes of background when main ends.
        """),
    knobs: [
      .startMethod,
      Knob(
        name: "daemon",
        help: Localized(
          zh: "background 是不是守护进程：随父进程一起结束",
          en: "whether background is a daemon, which ends with its parent"),
        domain: .choice(["on", "off"])),
    ],
    laneCount: { _ in 6 },
    explanation: { knobs in
      knobs.isOn("daemon")
        ? Localized(
          zh: "background 是守护进程：主进程一结束，它就被终止（退出码 −15），最后一行永远打印不出来。",
          en: """
            background is a daemon: when main ended it was terminated (exit code −15) and never \
            printed its last line.
            """)
        : Localized(
          zh: "background 不是守护进程：主进程的代码已经走完，仍要等它干完活、打印最后一行，才真正结束。",
          en: """
            background is not a daemon: main's code was over, but it waited for background to print its \
            last line.
            """)
    },
    next: { knobs in
      knobs.isOn("daemon")
        ? Suggestion("o", zh: "把 daemon 设为 off：主进程会等它", en: "set daemon to off: main waits for it")
        : Suggestion("o", zh: "把 daemon 设为 on：它随主进程结束", en: "set daemon to on: it ends with main")
    },
    spawnable: [ProcessAPI.work, ProcessAPI.fail, ProcessAPI.background],
    main: ProcessAPI.main)
}
