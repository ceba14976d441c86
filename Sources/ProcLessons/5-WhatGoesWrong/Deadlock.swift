import ProcModel
import ProcRuntime

/// Lesson 5: two workers, two locks, and the order in which they take them.
private enum Deadlock {
  static let work = Target("deadlock.work") { (first: Lock, second: Lock) in
    try first.acquire()
    pause(.milliseconds(50))  // time enough for the other to take its first lock, too
    try second.acquire()
    print("has both locks")
    try second.release()
    try first.release()
  }

  static func main(_ knobs: KnobValues) throws {
    setStartMethod(knobs.startMethod)
    let left = Lock(name: "left")
    let right = Lock(name: "right")
    let isOpposite = knobs["order"] == "opposite"
    let processes = [
      Process(target: work, args: left, right),
      Process(target: work, args: isOpposite ? right : left, isOpposite ? left : right),
    ]
    for process in processes { try process.start() }
    for process in processes { try process.join() }
    print("both are done")
  }
}

extension Scenario {
  /// Two locks, two orders (lesson 5).
  static let deadlock = Scenario(
    id: "deadlock",
    lesson: .whatGoesWrong,
    title: Localized(zh: "死锁：两把锁，两种顺序", en: "deadlock: two locks, two orders"),
    lookFor: Localized(
      zh: "两个进程都要 left 和 right 两把锁。看各自先拿到哪一把，然后在等哪一把，那一把又由谁持有。",
      en: """
        Both workers need the locks left and right. See which one each has taken first, which one it \
        waits for then, and who holds that.
        """),
    knobs: [
      Knob(
        name: "order",
        help: Localized(
          zh: "两个进程拿两把锁的顺序：相反，还是相同",
          en: "the order in which the two take the locks: opposite, or the same"),
        domain: .choice(["opposite", "same"])),
      .startMethod,
    ],
    laneCount: { _ in 3 },
    explanation: { knobs in
      knobs["order"] == "same"
        ? Localized(
          zh: "两个进程都先拿 left，再拿 right。谁先拿到 left，right 就一定等得到；另一个没有持有任何锁，只是等待。顺序一致，等待就不会成环。",
          en: """
            Both take left before right. The one that has left is sure to get right, since the other one \
            waits with empty hands. Where all keep to one order, no cycle can form.
            """)
        : Localized(
          zh: "一个先拿 left，另一个先拿 right。两个都拿到第一把之后，各自等的都是对方持有的那把，谁也不会先释放。碰巧一个跑得快时什么事也没有，所以这种错误测试很难发现。",
          en: """
            One takes left first, the other right. Once each has its first lock, each waits for the \
            one that the other holds, and neither lets go. When one happens to be quicker all goes \
            well, which is why tests hardly ever find this.
            """)
    },
    next: { knobs in
      knobs["order"] == "same"
        ? Suggestion("o", zh: "把 order 换回 opposite", en: "set order back to opposite")
        : Suggestion("o", zh: "把 order 设为 same：等待不会成环", en: "set order to same: no cycle can form")
    },
    spawnable: [Deadlock.work],
    main: Deadlock.main)
}
