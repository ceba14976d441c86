import ProcModel
import ProcRuntime

/// Lesson 5: philosophers around a table, a fork between each two. To eat, a philosopher needs both
/// neighbouring forks.
private enum Philosophers {
  static let dine = Target("philosophers.dine") {
    (first: Lock, second: Lock, waiter: Semaphore?, meals: Int) in
    for _ in 0..<meals {
      try waiter?.acquire()
      try first.acquire()
      pause(.milliseconds(50))  // time enough for all to take their first fork
      try second.acquire()
      print("eats")
      try second.release()
      try first.release()
      try waiter?.release()
    }
  }

  static func main(_ knobs: KnobValues) throws {
    setStartMethod(knobs.startMethod)
    let seats = knobs.integer("seats")
    let strategy = knobs["strategy"]
    let forks = (1...seats).map { Lock(name: "fork-\($0)") }
    // The waiter lets all but one sit down.
    let waiter = strategy == "waiter" ? Semaphore(seats - 1, name: "waiter") : nil
    let philosophers = (0..<seats).map { seat in
      let (left, right) = (seat, (seat + 1) % seats)
      let isTurned = strategy == "ordered" && left > right
      return Process(
        target: dine, args: forks[isTurned ? right : left], forks[isTurned ? left : right], waiter,
        knobs.integer("meals"), name: "Philosopher-\(seat + 1)")
    }
    for philosopher in philosophers { try philosopher.start() }
    for philosopher in philosophers { try philosopher.join() }
    print("all have eaten")
  }
}

extension Scenario {
  /// The dining philosophers (lesson 5).
  static let philosophers = Scenario(
    id: "philosophers",
    lesson: .whatGoesWrong,
    title: Localized(
      zh: "哲学家就餐：每人一把叉子，谁也吃不上", en: "dining philosophers: a fork each, and nobody eats"),
    lookFor: Localized(
      zh: "每两个哲学家之间放着一把叉子，要拿到左右两把才能吃。看每个人先拿哪一把，再等哪一把，等待会不会围着桌子绕成一圈。",
      en: """
        There is a fork between each two philosophers, and one needs both of his to eat. See which \
        fork each takes first, which one he waits for then, and whether the waiting goes round the \
        table.
        """),
    knobs: [
      Knob(
        name: "strategy",
        help: Localized(
          zh: "怎样拿叉子：都先左后右，按编号从小到大，还是先问服务员",
          en:
            "how forks are taken: left first, the lower number first, or with a waiter's permission"
        ),
        domain: .choice(["naive", "ordered", "waiter"])),
      .startMethod,
      Knob(
        name: "seats", help: Localized(zh: "有几个哲学家", en: "how many philosophers there are"),
        domain: .integer(2...9, standard: 3)),
      Knob(
        name: "meals", help: Localized(zh: "每人吃几顿", en: "how often each one eats"),
        domain: .integer(1...100, standard: 1)),
    ],
    laneCount: { 1 + $0.integer("seats") },
    explanation: { knobs in
      switch knobs["strategy"] {
      case "ordered":
        Localized(
          zh: "编号小的叉子先拿：最后一位因此先拿右边的。手里拿着的总比在等的编号小，所以等待不可能绕回来，总有一个人吃得上。",
          en: """
            The lower number first, so the last philosopher begins on his right. A philosopher who waits holds \
            lower numbers only, so the waiting cannot come round, and somebody always eats.
            """)
      case "waiter":
        Localized(
          zh: "服务员（一个信号量）最多让 \(knobs.integer("seats") - 1) 个人同时入座，所以至少有一个人能拿到两把叉子，吃完再放下。代价是多一处要等。",
          en: """
            The waiter, a semaphore, lets all but one of the \(knobs.integer("seats")) sit down, so \
            that somebody gets both forks, eats, and puts them down. The price: one more thing to \
            wait for.
            """)
      default:
        Localized(
          zh: "人人先拿左边的叉子。要是都拿到了，就没有一把剩下：每个人都在等右边那位放手，右边那位也在等，绕桌子一圈，又回到自己。",
          en: """
            All take their left fork first. If all have it, none is left on the table: each waits \
            for his right neighbour, who waits as well, all the way round.
            """)
      }
    },
    next: { knobs in
      switch knobs["strategy"] {
      case "naive":
        Suggestion("o", zh: "把 strategy 设为 ordered", en: "set strategy to ordered")
      case "ordered":
        Suggestion("o", zh: "把 strategy 设为 waiter", en: "set strategy to waiter")
      default:
        Suggestion("o", zh: "把 strategy 换回 naive", en: "set strategy back to naive")
      }
    },
    spawnable: [Philosophers.dine],
    main: Philosophers.main)
}
