import ProcModel
import ProcRuntime

/// Lesson 5: a worker is killed while it holds the lock, with its work half done.
private enum KilledHolder {
  /// Two numbers that must match, and the lock that guards them: one that knows its owner, or one
  /// that does not, like CPython's Lock.
  struct Pair: Codable {
    let left: Value<Int>
    let right: Value<Int>
    let robust: Lock?
    let plain: Semaphore?
    let repairs: Bool

    func acquire() throws {
      try robust?.acquire()
      try plain?.acquire()
      guard repairs, let robust, robust.wasAbandoned else { return }
      print("takes over from the dead, and finishes what was half done")
      if right.get() != left.get() { right.set(left.get()) }
      try robust.markConsistent()
    }

    func release() throws {
      try robust?.release()
      try plain?.release()
    }
  }

  static let holdAndDie = Target("killed-holder.hold-and-die") {
    (pair: Pair, isHalfway: ProcRuntime.Event, time: Duration) in
    try pair.acquire()
    pair.left.set(pair.left.get() + 1)
    isHalfway.set()
    sleep(time)  // here it is killed
    pair.right.set(pair.right.get() + 1)
    try pair.release()
  }

  static let work = Target("killed-holder.work") { (pair: Pair) in
    try pair.acquire()
    pair.left.set(pair.left.get() + 1)
    pair.right.set(pair.right.get() + 1)
    try pair.release()
    print("done")
  }

  static func main(_ knobs: KnobValues) throws {
    setStartMethod(knobs.startMethod)
    let isRobust = knobs["lock"] == "robust"
    let pair = Pair(
      left: Value(0, name: "left"), right: Value(0, name: "right"),
      robust: isRobust ? Lock(name: "lock") : nil,
      plain: isRobust ? nil : Semaphore(1, name: "lock"), repairs: knobs.isOn("repair"))
    for number in [pair.left, pair.right] { number.expect(1 + knobs.integer("workers")) }
    let isHalfway = ProcRuntime.Event(name: "halfway")
    let victim = Process(
      target: holdAndDie, args: pair, isHalfway, knobs.scaled(.seconds(60)), name: "Victim")
    try victim.start()
    try isHalfway.wait()
    let workers = (1...knobs.integer("workers")).map {
      Process(target: work, args: pair, name: "Worker-\($0)")
    }
    for worker in workers { try worker.start() }
    pause(.milliseconds(100))  // let them wait for the lock
    try victim.kill()
    for process in [victim] + workers { try process.join() }
    print("left = \(pair.left.get()), right = \(pair.right.get())")
  }
}

extension Scenario {
  /// The holder of a lock is killed (lesson 5).
  static let killedHolder = Scenario(
    id: "killed-holder",
    lesson: .whatGoesWrong,
    title: Localized(
      zh: "持有锁时被杀死：其他进程怎么办", en: "killed while it holds the lock: and the others?"),
    lookFor: Localized(
      zh: "Victim 持有锁，left 已经加一、right 还没有，就被主进程杀死了。看后来的进程是永远等下去，还是接管这把锁；两个数最后配不配得上。",
      en: """
        Victim holds the lock, has added one to left but not yet to right, and is killed by main. \
        See whether the others wait for ever or take the lock over, and whether the two numbers \
        match in the end.
        """),
    knobs: [
      Knob(
        name: "lock",
        help: Localized(
          zh: "不记录持有者的锁（信号量，与 CPython 的 Lock 一样），还是能发现持有者已终止的锁",
          en: "one that knows no owner (a semaphore, as in CPython), or one that notices its death"),
        domain: .choice(["plain", "robust"])),
      Knob(
        name: "repair",
        help: Localized(
          zh: "接管锁的进程是否先修复只改了一半的数据",
          en: "whether who takes the lock over finishes first what was half done"),
        domain: .choice(["on", "off"])),
      .startMethod, .workers(2, 1...64),
    ],
    laneCount: { 2 + $0.integer("workers") },
    explanation: { knobs in
      if knobs["lock"] == "plain" {
        return Localized(
          zh:
            "信号量只记着名额被拿走了，不知道是谁拿的。拿走它的进程一终止，名额就再也回不来，后来的只能永远等下去。CPython 的 multiprocessing.Lock 正是这样。",
          en: """
            A semaphore knows that its unit is taken, but not by whom. The process that took it is dead, the \
            unit never comes back, and the others wait for ever. CPython's multiprocessing.Lock is \
            made like this.
            """)
      }
      return knobs.isOn("repair")
        ? Localized(
          zh: """
            这把锁记着持有者是谁。持有者终止后，下一个等它的进程接管，从 wasAbandoned 得知数据可能只改了一半，\
            先修复，再用 markConsistent 说明，然后才做自己的事。
            """,
          en: """
            This lock knows its owner. When it died, the next in line took the lock over, learned \
            from wasAbandoned that the data might be half changed, finished the work, said so with \
            markConsistent, and only then did its own.
            """)
        : Localized(
          zh: "锁被接管了，没有谁再等；可是没有谁去看 wasAbandoned，left 比 right 多出的那一步就一直留着。锁能救活等待的进程，救不了数据。",
          en: """
            The lock was taken over and nobody waits, but nobody looked at wasAbandoned either, and \
            left stays ahead of right. A lock can save those who wait; the data it cannot.
            """)
    },
    next: { knobs in
      if knobs["lock"] == "plain" {
        return Suggestion(
          "l", zh: "换成能发现持有者已终止的锁", en: "take a lock that notices its owner's death")
      }
      return knobs.isOn("repair")
        ? Suggestion(
          "o", zh: "把 repair 设为 off：数据没有修复", en: "set repair to off: nobody repairs the data")
        : Suggestion("o", zh: "把 repair 换回 on", en: "set repair back to on")
    },
    spawnable: [KilledHolder.holdAndDie, KilledHolder.work],
    main: KilledHolder.main)
}
