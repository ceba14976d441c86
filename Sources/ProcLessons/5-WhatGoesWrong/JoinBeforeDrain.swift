import ProcModel
import ProcRuntime

/// Lesson 5: main waits for the end of a child, and the child waits for main to make room.
private enum JoinBeforeDrain {
  static let produce = Target("join-before-drain.produce") { (items: Int, queue: Queue<Int>) in
    for item in 1...items { try queue.put(item) }
    print("all \(items) are in the queue")
  }

  static func main(_ knobs: KnobValues) throws {
    setStartMethod(knobs.startMethod)
    let items = knobs.integer("items")
    let queue = Queue<Int>(maxSize: knobs.integer("size"), name: "queue")
    let child = Process(target: produce, args: items, queue)
    try child.start()
    if knobs["join"] == "before" { try child.join() }
    for _ in 1...items { print("got \(try queue.get())") }
    try child.join()
  }
}

extension Scenario {
  /// Joining a child whose queue is not emptied (lesson 5).
  static let joinBeforeDrain = Scenario(
    id: "join-before-drain",
    lesson: .whatGoesWrong,
    title: Localized(
      zh: "先 join 再取：父子互相等", en: "join before get: parent and child wait for each other"),
    lookFor: Localized(
      zh: "子进程往队列里放，主进程先 join 再取。看队列满了以后子进程在等什么，主进程又在等什么。",
      en: """
        A child puts items into a queue; main joins it first and gets them afterwards. See what the \
        child waits for when the queue is full, and what main waits for.
        """),
    knobs: [
      Knob(
        name: "join",
        help: Localized(
          zh: "主进程在取之前还是取完之后 join", en: "whether main joins before or after it gets the items"),
        domain: .choice(["before", "after"])),
      .startMethod,
      Knob(
        name: "items", help: Localized(zh: "子进程放几个", en: "how many items the child puts"),
        domain: .integer(1...100, standard: 3)),
      Knob(
        name: "size", help: Localized(zh: "队列能放几个", en: "how many items the queue holds"),
        domain: .integer(1...100, standard: 2)),
    ],
    laneCount: { _ in 2 },
    explanation: { knobs in
      if knobs["join"] == "after" {
        return Localized(
          zh: "主进程先把队列取空，子进程总有空位可放，放完就结束，join 自然等得到。",
          en: """
            Main emptied the queue first, so there was always room again; the child put its last \
            item and ended, and join came back.
            """)
      }
      if knobs.integer("items") <= knobs.integer("size") {
        return Localized(
          zh: "这一次东西刚好都放得下，错误没有露面。CPython 里也是这样：队列的后台线程往管道里写，管道能装下约 64 KiB，数据再多一点，程序就卡住了。",
          en: """
            This time all of it fits, and the mistake does not show. So it is in CPython: the \
            queue's feeder thread writes into a pipe that takes 64 KiB, and with a little more data \
            the program hangs.
            """)
      }
      return Localized(
        zh: """
          join 等子进程结束，子进程等队列有空位，而能取走东西的只有主进程。CPython 的 Queue 没有上限也会这样：\
          子进程要等后台线程把数据都写进管道才能结束，管道装满了就得有人来读。
          """,
        en: """
          join waits for the end of the child, the child for room in the queue, and only main could \
          make room. In CPython a Queue without a size does the same: a child ends only when its \
          feeder thread has written all data into a pipe, and a full pipe needs somebody who reads.
          """)
    },
    next: { knobs in
      knobs["join"] == "after"
        ? Suggestion("o", zh: "把 join 换回 before", en: "set join back to before")
        : Suggestion("o", zh: "把 join 设为 after：先取后等", en: "set join to after: get first, then wait")
    },
    spawnable: [JoinBeforeDrain.produce],
    main: JoinBeforeDrain.main)
}
