import ProcModel
import ProcRuntime

/// Lesson 5: two accounts, and clerks who move money between them. No money may be lost or created.
private enum Transfer {
  static let work = Target("transfer.work") {
    (from: Value<Int>, to: Value<Int>, amount: Int, rounds: Int, locks: [RLock]) in
    for _ in 0..<rounds {
      for lock in locks { try lock.acquire() }
      move(amount, from, to)
      for lock in locks.reversed() { try lock.release() }
    }
    print("moved \(amount) from \(from.name) to \(to.name)")
  }

  static func move(_ amount: Int, _ from: Value<Int>, _ to: Value<Int>) {
    let before = from.get()
    pause(.milliseconds(1))  // others may come in between
    from.set(before - amount)
    to.set(to.get() + amount)
  }

  static func main(_ knobs: KnobValues) throws {
    setStartMethod(knobs.startMethod)
    let alice = Value(100, name: "alice")
    let bob = Value(100, name: "bob")
    let total = Value(200, name: "total")
    total.expect(200)
    let locks: [RLock] =
      switch knobs["lock"] {
      case "coarse": [RLock(name: "bank")]
      // Both accounts' own locks, and always alice's first: see `deadlock`.
      case "fine": [alice.getLock(), bob.getLock()]
      default: []
      }
    let clerks = (1...knobs.integer("workers")).map { number in
      let (from, to) = number.isMultiple(of: 2) ? (bob, alice) : (alice, bob)
      return Process(
        target: work, args: from, to, 10 * number, knobs.integer("rounds"), locks,
        name: "Clerk-\(number)")
    }
    for clerk in clerks { try clerk.start() }
    for clerk in clerks { try clerk.join() }
    total.set(alice.get() + bob.get())
    print("alice \(alice.get()) + bob \(bob.get()) = \(total.get()), expected 200")
  }
}

extension Scenario {
  /// Money that is moved, and lost (lesson 5).
  static let transfer = Scenario(
    id: "transfer",
    lesson: .whatGoesWrong,
    title: Localized(zh: "转账：两个账户，钱不见了", en: "a transfer: two accounts, and money is gone"),
    lookFor: Localized(
      zh: "一个职员从 alice 转给 bob，另一个反过来转。看两个账户加起来是不是还是 200，不是的话，是哪一次写入盖掉了别人的。",
      en: """
        One clerk moves money from alice to bob, another one back. See whether the two are still 200 \
        in all, and if not, which write went over somebody else's.
        """),
    knobs: [
      Knob(
        name: "lock",
        help: Localized(
          zh: "没有锁，整个银行一把锁，还是每个账户一把锁",
          en: "no lock, one for the whole bank, or one for each account"),
        domain: .choice(["off", "coarse", "fine"])),
      .startMethod, .workers(2, 1...64),
      Knob(
        name: "rounds", help: Localized(zh: "每个职员转几次", en: "how often each clerk moves money"),
        domain: .integer(1...1000, standard: 1)),
    ],
    explanation: { knobs in
      switch knobs["lock"] {
      case "coarse":
        Localized(
          zh: "整笔转账都在持有银行这把锁时完成，谁也看不到只改了一半的账。简单可靠，但互不相干的转账也得排队。",
          en: """
            A whole transfer happens while the bank's lock is held, and nobody sees it half done. \
            Simple and safe, but transfers that have nothing to do with each other queue up, too.
            """)
      case "fine":
        Localized(
          zh: "每笔转账拿着两个账户各自的锁，别的账户照常进出。两把锁总是先 alice 后 bob：要是各按转账方向来拿，就成了 deadlock 那一节的样子。",
          en: """
            A transfer holds the locks of its two accounts; any others stay free. Always alice's \
            first: taken in the direction of the transfer, they would end as in deadlock.
            """)
      default:
        Localized(
          zh: "读出余额、算好、写回，中间谁都可能插进来；后写的盖掉先写的，一笔钱就此消失，或者凭空多出来。",
          en: """
            Between reading a balance and writing it back others come in; who writes last overwrites \
            them, and money is gone, or comes from nowhere.
            """)
      }
    },
    next: { knobs in
      switch knobs["lock"] {
      case "off":
        Suggestion("l", zh: "整个银行一把锁，再运行一次", en: "run it again with one lock for the bank")
      case "coarse":
        Suggestion("l", zh: "每个账户一把锁，再运行一次", en: "run it again with a lock for each account")
      default: Suggestion("l", zh: "去掉锁再运行一次", en: "run it again with the lock off")
      }
    },
    spawnable: [Transfer.work],
    main: Transfer.main)
}
