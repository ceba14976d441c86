import ProcModel
import ProcRuntime

/// Lesson 2: a manager's server process owns a dict; all others ask it.
private enum ManagerDict {
  static let setEntry = Target("manager-dict.set") {
    (number: Int, time: Duration, dict: DictProxy<Int, Int>) in
    sleep(time)
    try dict.set(number, 100)
  }

  static func main(_ knobs: KnobValues) throws {
    setStartMethod(knobs.startMethod)
    let manager = try Manager()
    let dict: DictProxy<Int, Int> = try manager.dict(name: "dict")
    let printed = Value(0, name: "printed")
    printed.expect(knobs.integer("workers"))
    let processes = (0..<knobs.integer("workers")).map { number in
      Process(target: setEntry, args: number, knobs.scaled(.seconds(2)), dict)
    }
    for process in processes { try process.start() }
    switch knobs["wait"] {
    case "input": _ = try input(">>> ")
    case "poll": pollUntilEnded(processes)
    default: for process in processes { try process.join() }
    }
    let entries = try dict.items().sorted { $0.key < $1.key }
    printed.set(entries.count)
    print("{\(entries.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}")
    for process in processes { try process.join() }
    try manager.shutdown()
  }

  /// Asks again and again; without the pause this would keep a whole CPU busy.
  static func pollUntilEnded(_ processes: [Process]) {
    while processes.contains(where: { $0.isAlive() }) { pause(.milliseconds(20)) }
  }
}

extension Scenario {
  /// A dict that a server process owns (lesson 2).
  static let managerDict = Scenario(
    id: "manager-dict",
    lesson: .sharingData,
    title: Localized(
      zh: "Manager：由服务进程保管的字典", en: "a manager: a dict that a server process owns"),
    lookFor: Localized(
      zh: "字典只在 SyncManager 的内存里。每个工作进程睡 2 秒后请它设置 dict[i] = 100；看主进程打印字典时，是不是都到齐了。",
      en: """
        The dict is in SyncManager's memory only. Each worker sleeps 2 s and then asks it to set \
        dict[i] = 100; see whether all are there when main prints the dict.
        """),
    knobs: [
      .startMethod,
      Knob(
        name: "wait",
        help: Localized(
          zh: "主进程打印前怎样等：等你按回车，反复询问 is_alive，还是 join",
          en: "how main waits before it prints: for Enter, by asking is_alive, or by join"),
        domain: .choice(["input", "poll", "join"])),
      .workers(10),
    ],
    laneCount: { 2 + $0.integer("workers") },
    explanation: { knobs in
      switch knobs["wait"] {
      case "poll":
        Localized(
          zh: "主进程一遍遍询问 is_alive，什么也没做却一直在忙。结果是对的，但 join 只等一次，不占 CPU。",
          en: """
            Main kept asking is_alive: busy all the time, for nothing. The result is right, but \
            join waits just once and needs no CPU.
            """)
      case "join":
        Localized(
          zh: "join 等到每个工作进程都结束，所以打印时字典已经完整。这才是正确的等法。",
          en: """
            join waited for the end of every worker, so the dict was complete when it was printed. \
            This is the right way to wait.
            """)
      default:
        Localized(
          zh: "按回车的时刻决定了打印出什么：太早，字典还不完整。靠人来等，靠不住；应该用 join。",
          en: """
            When you press Enter decides what is printed: too early, and the dict is incomplete. \
            join is the right way to wait.
            """)
      }
    },
    next: { knobs in
      knobs["wait"] == "join"
        ? Suggestion.switchMethod(knobs)
        : Suggestion("o", zh: "把 wait 设为 join", en: "set wait to join")
    },
    spawnable: [ManagerDict.setEntry],
    main: ManagerDict.main)
}
