import ProcModel
import ProcRuntime

/// Lesson 3: check, then act. Five buyers, three tickets.
private enum Tickets {
  static let buy = Target("tickets.buy") {
    (tickets: Value<Int>, sold: Value<Int>, window: Duration, lock: Lock?) in
    try lock?.acquire()
    let left = tickets.get()
    if left > 0 {
      pause(window)  // choosing a seat; the check above grows old
      tickets.set(left - 1)
      try sold.getLock().withLock { sold.set(sold.get() + 1) }
      print("bought a ticket, \(left - 1) left")
    } else {
      print("sold out")
    }
    try lock?.release()
  }

  static func main(_ knobs: KnobValues) throws {
    setStartMethod(knobs.startMethod)
    let tickets = Value(knobs.integer("tickets"), name: "tickets")
    let sold = Value(0, name: "sold")
    sold.expect(min(knobs.integer("tickets"), knobs.integer("workers")), atMost: true)
    let lock = knobs.isOn("lock") ? Lock(name: "lock") : nil
    let buyers = (1...knobs.integer("workers")).map { number in
      Process(
        target: buy, args: tickets, sold, Duration.milliseconds(20), lock, name: "Buyer-\(number)")
    }
    for buyer in buyers { try buyer.start() }
    for buyer in buyers { try buyer.join() }
    print("sold \(sold.get()) of \(knobs.integer("tickets")) tickets")
  }
}

extension Scenario {
  /// Check-then-act (lesson 3).
  static let tickets = Scenario(
    id: "tickets",
    lesson: .locks,
    title: Localized(
      zh: "先检查后行动：三张票卖给了五个人", en: "check, then act: three tickets, five buyers"),
    lookFor: Localized(
      zh: "每个买家先看还有没有票，有就买。看有几个买家看到的是同一张票。",
      en: """
        Every buyer looks whether a ticket is left, and if so buys it. See how many buyers saw the \
        same ticket.
        """),
    knobs: [
      .lock(["off", "on"]), .startMethod, .workers(5, 1...64),
      Knob(
        name: "tickets", help: Localized(zh: "一共有几张票", en: "how many tickets there are"),
        domain: .integer(1...64, standard: 3)),
    ],
    explanation: { knobs in
      knobs.isOn("lock")
        ? Localized(
          zh: "检查和购买在同一次持锁期间完成，检查的结果到行动时仍然成立：只卖出了有的票。",
          en: """
            Check and purchase happen while the lock is held: what was checked still holds when it \
            is acted upon.
            """)
        : Localized(
          zh: "检查和行动之间，别人可以插进来；只有锁能把两者连成一体。",
          en: "Between check and act others come in; only a lock makes the two one.")
    },
    next: Suggestion.toggleLock,
    spawnable: [Tickets.buy],
    main: Tickets.main)
}
