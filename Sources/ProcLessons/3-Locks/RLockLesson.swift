import ProcModel
import ProcRuntime

/// Lesson 3: a function that holds the lock calls another that takes it, too.
private enum RLockLesson {
  static let withRLock = Target("rlock.with-rlock") { (lock: RLock) in
    try lock.withLock {
      print("outer holds the lock, calls inner")
      try lock.withLock { print("inner holds it, too") }
    }
    print("done")
  }

  static let withLock = Target("rlock.with-lock") { (lock: Lock) in
    try lock.withLock {
      print("outer holds the lock, calls inner")
      try lock.withLock { print("inner holds it, too") }
    }
    print("done")
  }

  static func main(_ knobs: KnobValues) throws {
    setStartMethod(knobs.startMethod)
    let process =
      knobs["kind"] == "lock"
      ? Process(target: withLock, args: Lock(name: "lock"))
      : Process(target: withRLock, args: RLock(name: "lock"))
    try process.start()
    try process.join()
  }
}

extension Scenario {
  /// RLock and Lock (lesson 3).
  static let rlock = Scenario(
    id: "rlock",
    lesson: .locks,
    title: Localized(
      zh: "可重入锁：同一个进程获取两次", en: "reentrant or not: one process takes the lock twice"),
    lookFor: Localized(
      zh: "outer 持有锁时调用 inner，inner 又要获取同一把锁。RLock 的深度变成 2；换成 Lock，进程就等着它自己。",
      en: """
        outer holds the lock and calls inner, which takes it again. An RLock goes to depth 2; with a \
        Lock the process waits for itself.
        """),
    knobs: [
      Knob(
        name: "kind",
        help: Localized(zh: "用可重入锁还是普通锁", en: "a reentrant lock or a plain one"),
        domain: .choice(["rlock", "lock"])),
      .startMethod,
    ],
    explanation: { knobs in
      knobs["kind"] == "lock"
        ? Localized(
          zh: "Lock 不记录持有者：锁已被持有，谁来都得等，包括持有它的那个进程。",
          en: """
            A Lock does not care who asks: it is taken, so everybody waits, even the process that \
            holds it.
            """)
        : Localized(
          zh: "RLock 记录持有者：同一个进程再获取一次，深度加一；释放同样多次，才真正放开。",
          en: """
            An RLock knows its owner: taken again by the same process it counts up, and it is free \
            only when it has been released as often.
            """)
    },
    next: { knobs in
      knobs["kind"] == "lock"
        ? Suggestion("o", zh: "把 kind 换回 rlock", en: "set kind back to rlock")
        : Suggestion("o", zh: "把 kind 换成 lock：它会等自己", en: "set kind to lock: it waits for itself")
    },
    spawnable: [RLockLesson.withRLock, RLockLesson.withLock],
    main: RLockLesson.main)
}
