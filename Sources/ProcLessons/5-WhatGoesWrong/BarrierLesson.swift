import ProcModel
import ProcRuntime

/// Lesson 5: workers wait for each other between two phases, and the barrier waits for one that
/// never arrives.
private enum BarrierLesson {
  static let work = Target("barrier.work") { (number: Int, barrier: Barrier) in
    pause(.milliseconds(20 * number))  // not all are equally quick
    print("phase 1 done")
    try barrier.wait()
    print("phase 2 begins")
  }

  static func main(_ knobs: KnobValues) throws {
    setStartMethod(knobs.startMethod)
    let barrier = Barrier(knobs.integer("parties"), name: "barrier")
    let processes = (1...knobs.integer("workers")).map { number in
      Process(target: work, args: number, barrier)
    }
    for process in processes { try process.start() }
    for process in processes { try process.join() }
    print("all are done")
  }
}

extension Scenario {
  /// One too few at a barrier (lesson 5).
  static let barrier = Scenario(
    id: "barrier",
    lesson: .whatGoesWrong,
    title: Localized(zh: "屏障：总少一个", en: "a barrier: one too few"),
    lookFor: Localized(
      zh: "每个进程做完第一阶段就到屏障处等，人到齐了才一起进入第二阶段。数一数屏障要等几个，到了几个，还会不会有进程到达。",
      en: """
        Each worker waits at the barrier after phase 1, and when all have arrived they begin phase 2 \
        together. Count how many the barrier waits for, how many have arrived, and whether anyone is \
        left who could.
        """),
    knobs: [
      .startMethod, .workers(2, 1...64),
      Knob(
        name: "parties",
        help: Localized(zh: "屏障要等几个到齐", en: "how many the barrier waits for"),
        domain: .integer(1...64, standard: 3)),
    ],
    explanation: { knobs in
      let (workers, parties) = (knobs.integer("workers"), knobs.integer("parties"))
      if workers.isMultiple(of: parties) {
        return Localized(
          zh: "来的正好够数：最后一个到的放行大家，谁的第二阶段都不会早于同伴的第一阶段结束。",
          en: """
            As many come as are waited for: the last to come lets all go on, and nobody begins phase \
            2 before the others are done with phase 1.
            """)
      }
      return workers < parties
        ? Localized(
          zh: """
            屏障要等 \(parties) 个，会来的只有 \(workers) 个。多半是把主进程也数了进去，而它在 join，从不调用 wait。\
            给 wait 一个时限，就会得到 BrokenBarrierError，而不是永远等下去。
            """,
          en: """
            The barrier waits for \(parties), but only \(workers) ever come. Often main was counted, \
            too, which never calls wait: it is in join. With a timeout, wait fails with \
            BrokenBarrierError instead of waiting for ever.
            """)
        : Localized(
          zh: "每 \(parties) 个一批放行，\(workers) 个进程分不匀：最后一批凑不齐，只能永远等下去。",
          en: """
            \(parties) pass at a time, and \(workers) do not come out even: the last ones are too \
            few, and wait for ever.
            """)
    },
    next: { knobs in
      let workers = knobs.integer("workers")
      return workers.isMultiple(of: knobs.integer("parties"))
        ? Suggestion.switchMethod(knobs)
        : Suggestion(
          "o", zh: "把 parties 设为 \(workers)，与 workers 一样",
          en: "set parties to \(workers), like workers")
    },
    spawnable: [BarrierLesson.work],
    main: BarrierLesson.main)
}
