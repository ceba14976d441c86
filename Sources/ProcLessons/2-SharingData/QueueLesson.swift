import ProcModel
import ProcRuntime

/// Lesson 2: a queue carries what memory cannot. Workers put their number, main gets.
private enum QueueLesson {
  /// The queue as a global variable. A forked child has a copy of it; a spawned one finds it unset.
  static let globalQueue = Global<Queue<Int?>>("queue")

  static let putIntoGlobal = Target("queue.put-into-global") { (number: Int, closes: Bool) in
    try put(number, closes: closes, into: globalQueue.get())
  }

  static let putIntoArgument = Target("queue.put-into-argument") {
    (number: Int, closes: Bool, queue: Queue<Int?>) in
    try put(number, closes: closes, into: queue)
  }

  /// One number, and, if main counts on it, the sentinel that says "no more from me".
  static func put(_ number: Int, closes: Bool, into queue: Queue<Int?>) throws {
    try queue.put(number)
    if closes { try queue.put(nil) }
  }

  static func main(_ knobs: KnobValues) throws {
    setStartMethod(knobs.startMethod)
    let queue = Queue<Int?>(name: "queue")
    globalQueue.set(queue)
    let workers = knobs.integer("workers")
    let closes = knobs["stop"] == "sentinel"
    for number in 0..<workers {
      let process =
        knobs["handover"] == "global"
        ? Process(target: putIntoGlobal, args: number, closes)
        : Process(target: putIntoArgument, args: number, closes, queue)
      try process.start()
    }
    switch knobs["stop"] {
    case "count": try getCounting(queue, workers)
    case "sentinel": try getUntilClosed(queue, workers)
    default: while true { print("got \(try queue.get() ?? -1)") }
    }
    print("that was all")
  }

  /// Main knows how many items come.
  static func getCounting(_ queue: Queue<Int?>, _ workers: Int) throws {
    for _ in 0..<workers { print("got \(try queue.get() ?? -1)") }
  }

  /// Every worker says when it is done.
  static func getUntilClosed(_ queue: Queue<Int?>, _ workers: Int) throws {
    var open = workers
    while open > 0 {
      if let number = try queue.get() { print("got \(number)") } else { open -= 1 }
    }
  }
}

extension Scenario {
  /// A queue between processes (lesson 2).
  static let queue = Scenario(
    id: "queue",
    lesson: .sharingData,
    title: Localized(
      zh: "队列：十个进程放，主进程取", en: "a queue: ten processes put, main gets"),
    lookFor: Localized(
      zh: "每条连线都是一个数从放入到取出。取完最后一个之后，看主进程在等什么，还有没有谁能放。",
      en: """
        Every connector is a number on its way from put to get. After the last one, look what main \
        waits for, and whether anybody is left who could put it.
        """),
    knobs: [
      .startMethod,
      Knob(
        name: "handover",
        help: Localized(
          zh: "子进程怎样拿到队列：全局变量，还是作为参数传入",
          en: "how a child gets at the queue: a global variable, or an argument"),
        domain: .choice(["global", "argument"])),
      Knob(
        name: "stop",
        help: Localized(
          zh: "主进程何时停止取：永不，按数目，等结束标记",
          en: "when main stops getting: never, by count, or by sentinels"),
        domain: .choice(["forever", "count", "sentinel"])),
      .workers(10),
    ],
    explanation: { knobs in
      if knobs["handover"] == "global" && knobs.startMethod == .spawn {
        return Localized(
          zh: "spawn 的子进程重新执行程序，main 里给全局变量赋的值不会跟过去：变量还没有值，子进程就出错了。所以 Windows 版把队列作为参数传入。",
          en: """
            A spawned child starts the program anew, and what main assigned to the global variable \
            did not come along: it is unset, and the child fails. That is why the Windows version \
            hands the queue over as an argument.
            """)
      }
      switch knobs["stop"] {
      case "count":
        return Localized(
          zh: "主进程知道一共有几个数，取够就停。队列在进程之间传送的是打包后的副本，谁也没有共享内存。",
          en: """
            Main knows how many numbers come, and stops when it has them. What went through the \
            queue were packed copies; no memory was shared.
            """)
      case "sentinel":
        return Localized(
          zh: "每个工作进程最后放一个结束标记（nil），主进程收齐就停，不必事先知道有几个数。",
          en: """
            Each worker puts a sentinel (nil) last; main stops when it has one of each, and need \
            not know beforehand how many numbers come.
            """)
      default:
        return Localized(
          zh: "主进程不知道数已经取完，于是又调用了一次 get。",
          en: "Main cannot know that it has all numbers, and calls get once more.")
      }
    },
    next: { knobs in
      if knobs["handover"] == "global" && knobs.startMethod == .spawn {
        return Suggestion(
          "o", zh: "把 handover 设为 argument", en: "set handover to argument")
      }
      return knobs["stop"] == "forever"
        ? Suggestion("o", zh: "把 stop 设为 count 或 sentinel", en: "set stop to count or sentinel")
        : Suggestion.switchMethod(knobs)
    },
    spawnable: [QueueLesson.putIntoGlobal, QueueLesson.putIntoArgument],
    main: QueueLesson.main)
}
