import ProcModel
import ProcRuntime

/// Lesson 4: a pool does many tasks with few workers.
private enum Pool {
  static let task = Function("pool.task") { (number: Int, time: Duration) -> Int in
    print("task \(number) begins")
    sleep(time)
    return number * number
  }

  static func main(_ knobs: KnobValues) throws {
    setStartMethod(knobs.startMethod)
    let time = knobs.scaled(.seconds(2))
    let workers = knobs.integer("workers")
    let tasks = 1...knobs.integer("tasks")
    let results =
      knobs["executor"] == "thread"
      ? try square(tasks, time, on: ThreadPoolExecutor(maxWorkers: workers))
      : try square(tasks, time, on: ProcessPoolExecutor(maxWorkers: workers))
    print("results: \(results)")
  }

  /// The number of rounds in which all workers begin a task each.
  static func waves(_ knobs: KnobValues) -> Localized {
    let workers = max(knobs.integer("workers"), 1)
    let waves = (knobs.integer("tasks") + workers - 1) / workers
    return switch waves {
    case 1: Localized(zh: "一批", en: "one wave")
    case 2: Localized(zh: "分两批", en: "two waves")
    default: Localized(zh: "分 \(waves) 批", en: "\(waves) waves")
    }
  }

  static func square(_ tasks: ClosedRange<Int>, _ time: Duration, on executor: any Executor)
    throws -> [Int]
  {
    let futures = try tasks.map { number in try executor.submit(task, number, time) }
    let results = try futures.map { try $0.result() }
    try executor.shutdown()
    return results
  }
}

extension Scenario {
  /// A pool of workers (lesson 4).
  static let pool = Scenario(
    id: "pool",
    lesson: .pools,
    title: Localized(
      zh: "进程池：五个工作进程，十个任务", en: "a pool: five workers, ten tasks"),
    lookFor: Localized(
      zh: "十个各需 2 秒的任务，分两批在五个工作者上完成；pid 始终只有五个。",
      en: """
        Ten tasks of 2 s each are done in two waves on five workers; there are never more than five \
        pids.
        """),
    knobs: [
      Knob(
        name: "executor",
        help: Localized(zh: "进程池还是线程池", en: "a pool of processes or of threads"),
        domain: .choice(["process", "thread"])),
      .workers(5, 1...61),
      Knob(
        name: "tasks", help: Localized(zh: "一共有几个任务", en: "how many tasks there are"),
        domain: .integer(1...1000, standard: 10)),
      .startMethod,
    ],
    explanation: { knobs in
      let waves = Pool.waves(knobs)
      return knobs["executor"] == "thread"
        ? Localized(
          zh: "线程池也\(waves.zh)完成，但只有一个 pid：线程都在同一个进程里，任务和结果不必打包传送。",
          en: """
            Threads do it in \(waves.en), too, but with one pid: they live in one process, and tasks \
            and results need not be packed and sent.
            """)
        : Localized(
          zh: "工作进程做完一个任务就取下一个。同时进行的任务不会多于工作进程数，所以\(waves.zh)完成。",
          en: """
            A worker that has done its task takes the next. Never more tasks run than there are \
            workers, hence \(waves.en).
            """)
    },
    next: { knobs in
      knobs["executor"] == "thread"
        ? Suggestion("o", zh: "把 executor 换回 process", en: "set executor back to process")
        : Suggestion(
          "o", zh: "把 executor 换成 thread：只剩一个 pid", en: "set executor to thread: one pid only")
    },
    spawnable: [Pool.task],
    main: Pool.main)
}
