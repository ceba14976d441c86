import ProcModel
import ProcRuntime

/// Lesson 1: processes share nothing. Ten workers append to the same global list.
private enum IsolatedMemory {
  /// A global variable. A thread sees the one that all threads see; a process has its own.
  static let numbers = Private<[Int]>([], name: "numbers")

  static let append = Target("isolated-memory.append") { (number: Int) in
    numbers.mutate { $0.append(number) }
    print("numbers = \(numbers.get())")
  }

  static func main(_ knobs: KnobValues) throws {
    setStartMethod(knobs.startMethod)
    if knobs["unit"] == "thread" {
      let threads = (0..<knobs.integer("workers")).map { number in
        Thread(target: append, args: number)
      }
      for thread in threads { try thread.start() }
      for thread in threads { try thread.join() }
    } else {
      let processes = (0..<knobs.integer("workers")).map { number in
        Process(target: append, args: number)
      }
      for process in processes { try process.start() }
      for process in processes { try process.join() }
    }
    print("numbers = \(numbers.get())")
  }
}

extension Scenario {
  /// Processes share nothing (lesson 1).
  static let isolatedMemory = Scenario(
    id: "isolated-memory",
    lesson: .processes,
    title: Localized(
      zh: "进程之间什么都不共享：十个进程，十个列表",
      en: "processes share nothing: ten of them, ten lists"),
    lookFor: Localized(
      zh: "每个进程都往全局列表 numbers 里追加自己的编号。看看每个进程打印出的列表有多长，最后主进程的列表里又有什么。",
      en: """
        Every worker appends its number to the global list numbers. Look how long the list is that \
        each prints, and what is in the main process's list at the end.
        """),
    knobs: [
      Knob(
        name: "unit",
        help: Localized(zh: "工作者是进程还是线程", en: "whether the workers are processes or threads"),
        domain: .choice(["process", "thread"])),
      .startMethod, .workers(10),
    ],
    explanation: { knobs in
      if knobs["unit"] == "thread" {
        return Localized(
          zh: "线程同属一个进程：同一个 pid，同一块内存，所以大家追加的是同一个列表。换成进程，列表就各是各的了。",
          en: """
            Threads belong to one process: one pid, one memory, so all of them append to one list. \
            Processes each have a list of their own.
            """)
      }
      return knobs.startMethod == .fork
        ? Localized(
          zh: "fork 复制父进程：子进程一开始拿到的是同样内容的列表，但那只是副本。往副本里追加，别的进程看不到，主进程的列表始终是空的。",
          en: """
            fork copies the parent: a child starts with a list of the same content, but it is a \
            copy. Nobody else sees what is appended to it, and main's list stays empty.
            """)
        : Localized(
          zh: "spawn 重新执行程序：子进程自己新建一个列表，与父进程毫无关系。往里追加，别的进程看不到，主进程的列表始终是空的。",
          en: """
            spawn starts the program anew: a child makes a list of its own, which has nothing to do \
            with the parent's. Nobody else sees what is appended to it, and main's list stays empty.
            """)
    },
    next: { knobs in
      knobs["unit"] == "thread"
        ? Suggestion("o", zh: "把 unit 换回 process 对比", en: "set unit back to process and compare")
        : Suggestion("o", zh: "把 unit 换成 thread：列表变成一个", en: "set unit to thread: one list for all")
    },
    spawnable: [IsolatedMemory.append],
    main: IsolatedMemory.main)
}
