import ProcModel
import ProcRuntime

/// Lesson 3: a lock makes workers take turns.
private enum LockLesson {
  static let work = Target("lock.work") { (number: Int, time: Duration, lock: RLock?) in
    print("worker \(number) wants to work")
    try lock?.acquire()
    sleep(time)
    print("worker \(number)")
    try lock?.release()
  }

  static func main(_ knobs: KnobValues) throws {
    setStartMethod(knobs.startMethod)
    let lock = knobs.isOn("lock") ? RLock(name: "lock") : nil
    let processes = (1...knobs.integer("workers")).map { number in
      Process(target: work, args: number, knobs.scaled(.seconds(2)), lock)
    }
    for process in processes { try process.start() }
    for process in processes { try process.join() }
  }
}

extension Scenario {
  /// Two workers, one lock (lesson 3).
  static let lock = Scenario(
    id: "lock",
    lesson: .locks,
    title: Localized(zh: "锁：两个进程轮流睡两秒", en: "a lock: two processes take turns to sleep"),
    lookFor: Localized(
      zh: "加锁时两段 2 秒的休眠一先一后；不加锁时同时进行。看总共用了多久。",
      en: """
        With the lock, the two sleeps of 2 s follow one another; without it, they overlap. See how \
        long it takes altogether.
        """),
    knobs: [.lock(["on", "off"]), .startMethod, .workers(2)],
    explanation: { knobs in
      knobs.isOn("lock")
        ? Localized(
          zh: "同一时刻只有一个进程持有锁，别的在 acquire 处等着，直到它 release。休眠因此一个接一个，总时间是各段之和。",
          en: """
            Only one process holds the lock at a time; any other that wants it waits in acquire until \
            it is released. So the sleeps follow one another, and the time is their sum.
            """)
        : Localized(
          zh: "没有锁，谁也不等谁：休眠同时进行，总时间只有一段。要不要锁，取决于它们会不会碰同一样东西。",
          en: """
            Without a lock nobody waits: the sleeps overlap, and take the time of one. Whether a \
            lock is needed depends on whether they touch the same thing.
            """)
    },
    next: Suggestion.toggleLock,
    spawnable: [LockLesson.work],
    main: LockLesson.main)
}
