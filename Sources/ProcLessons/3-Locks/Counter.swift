import ProcModel
import ProcRuntime

/// Lesson 3: why a lock. Workers read a shared value, compute, and write it back.
private enum Counter {
  static let work = Target("counter.work") {
    (iterations: Int, window: Duration, counter: Value<Int>, lock: Lock?) in
    for _ in 0..<iterations {
      try lock?.acquire()
      let seen = counter.get()
      pause(window)  // others may come in between
      counter.set(seen + 1)
      try lock?.release()
    }
    print("done")
  }

  static func main(_ knobs: KnobValues) throws {
    setStartMethod(knobs.startMethod)
    let workers = knobs.integer("workers")
    let iterations = knobs.integer("iterations")
    let window = Duration.microseconds(knobs.integer("window-us"))
    let counter = Value(0, name: "counter")
    counter.expect(workers * iterations)
    let lock = knobs.isOn("lock") ? Lock(name: "lock") : nil
    let processes = (0..<workers).map { _ in
      Process(target: work, args: iterations, window, counter, lock)
    }
    for process in processes { try process.start() }
    for process in processes { try process.join() }
    print("counter = \(counter.get()), expected \(workers * iterations)")
  }
}

extension Scenario {
  /// The lost update (lesson 3).
  static let counter = Scenario(
    id: "counter",
    lesson: .locks,
    title: Localized(zh: "为什么要锁：丢失的更新", en: "why a lock: the lost update"),
    lookFor: Localized(
      zh: "每个进程读出 counter，加一，再写回。看两个进程是否读到同一个数，最后的总和少了多少。",
      en: """
        Every worker reads counter, adds one, and writes it back. See whether two of them read the \
        same number, and how much is missing from the sum.
        """),
    knobs: [
      .lock(["off", "on"]), .startMethod, .workers(4, 1...200),
      Knob(
        name: "iterations",
        help: Localized(zh: "每个进程加几次", en: "how often each worker adds one"),
        domain: .integer(1...1000, standard: 5)),
      Knob(
        name: "window-us",
        help: Localized(
          zh: "读和写之间的时间（微秒）", en: "the time between read and write, in microseconds"),
        domain: .integer(0...1_000_000, standard: 200)),
    ],
    explanation: { knobs in
      knobs.isOn("lock")
        ? Localized(
          zh: "读、加一、写回都在持有锁时完成，别的进程只能在外面等，谁也插不进来，总和就是对的。代价是大家轮流来，用时更长。",
          en: """
            Reading, adding and writing happen while the lock is held; the others wait outside, \
            nobody can come in between, and the sum is right. The price: they take turns.
            """)
        : Localized(
          zh: "读取、加一、写回是三步；不加锁时，任何进程都可能插到中间，后写的盖掉先写的。",
          en: """
            Reading, adding and writing are three steps; without a lock anyone may come in between, \
            and who writes last overwrites the others.
            """)
    },
    next: Suggestion.toggleLock,
    spawnable: [Counter.work],
    main: Counter.main)
}
