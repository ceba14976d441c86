import ProcModel

extension RunScreen {
  static let keys = [
    KeyGroup(title: Localized(zh: "运行", en: "The run"), rows: steering + again + inputAndFile),
    KeyGroup(title: Localized(zh: "观看", en: "Looking"), rows: looking),
    KeyGroup(
      title: Localized(zh: "搜索与对比", en: "Searching and comparing"), rows: searching),
    KeyGroup(title: Localized(zh: "录下的运行", en: "A recorded run"), rows: playing),
    KeyGroup(title: Localized(zh: "返回", en: "Back"), rows: leaving),
  ]

  private static let steering: [KeyRow<RunAction>] = [
    KeyRow(
      [" ": .steer(.pause)], when: .always, name: Localized(zh: "暂停", en: "pause"),
      help: Localized(
        zh: "暂停：每个进程停在下一个操作之前（休眠照常进行）",
        en: "pause: every process is held before its next operation (a sleep goes on)")),
    KeyRow(
      [" ": .steer(.goOn)], when: .held, name: Localized(zh: "继续", en: "go on"),
      help: Localized(zh: "暂停时：继续", en: "paused: go on")),
    KeyRow(
      ["s": .steer(.step)], when: .always, name: Localized(zh: "单步", en: "step"),
      help: Localized(
        zh: "单步：只执行一个操作，优先所选泳道，否则是等得最久的进程",
        en:
          "let one operation happen, of the chosen lane if it can move, else of the process that has waited longest"
      )),
    KeyRow(
      [
        "1": .steer(.move(1)), "2": .steer(.move(2)), "3": .steer(.move(3)),
        "4": .steer(.move(4)), "5": .steer(.move(5)), "6": .steer(.move(6)),
        "7": .steer(.move(7)), "8": .steer(.move(8)), "9": .steer(.move(9)),
      ], when: .always, name: Localized(zh: "执行", en: "move"),
      help: Localized(
        zh: "暂停时：那条泳道立刻执行一步；它的下一个操作、能否执行，写在右侧",
        en:
          "paused: that lane moves at once; what it would do, and whether it can, stands beside it")
    ),
    KeyRow(
      ["u": .steer(.stepBack)], when: .always, name: Localized(zh: "退回", en: "undo"),
      help: Localized(
        zh: "退回一步，可以一直退到开头：重新启动，重复之前的步骤",
        en: "take the last step back, as far as the start: the run is made again up to there")),
    KeyRow(
      ["y": .open(.schedule)], when: .always, name: Localized(zh: "调度", en: "schedule"),
      help: Localized(
        zh: "这次运行的调度：一条可以重复它的命令", en: "the run's schedule, as a command that repeats it")),
  ]

  private static let again: [KeyRow<RunAction>] = [
    KeyRow(
      ["l": .again(.lock)], when: .always, name: Localized(zh: "锁", en: "lock"),
      help: Localized(zh: "打开或去掉锁，重新运行", en: "lock on or off, and run again")),
    KeyRow(
      ["m": .again(.startMethod)], when: .always, name: Localized(verbatim: "fork/spawn"),
      help: Localized(zh: "换下一种启动方式，重新运行", en: "next start method, and run again")),
    KeyRow(
      ["+": .again(.faster), "-": .again(.slower)],
      unnamed: ["=": .again(.faster), "_": .again(.slower)], when: .always,
      name: Localized(zh: "快慢", en: "speed"),
      help: Localized(
        zh: "快一倍、慢一倍，重新运行", en: "twice or half as fast, and run again")),
    KeyRow(
      ["o": .open(.knobs)], when: .always, name: Localized(zh: "设置", en: "knobs"),
      help: Localized(zh: "全部设置", en: "all knobs")),
    KeyRow(
      ["r": .again(.same)], when: .always, name: Localized(zh: "重来", en: "again"),
      help: Localized(zh: "再运行一次", en: "run again")),
    KeyRow(
      ["n": .again(.nextScenario), "p": .again(.previousScenario)], when: .always,
      name: Localized(zh: "换场景", en: "next"),
      help: Localized(zh: "后一个、前一个场景", en: "next, previous scenario")),
  ]

  private static let inputAndFile: [KeyRow<RunAction>] = [
    KeyRow(
      ["i": .steer(.input)], when: .always, name: Localized(zh: "输入", en: "type"),
      help: Localized(
        zh: "给等输入的进程输入一行", en: "type a line for the process that waits for input")),
    KeyRow(
      [.enter: .enter], when: .always, name: Localized(zh: "展开", en: "open"),
      help: Localized(
        zh: "展开或收起所选的一行；有进程等输入时，给它一个空行",
        en: "open or close a row of several lanes; else an empty line for who waits for input")),
    KeyRow(
      ["W": .record], when: .always, name: Localized(zh: "录制", en: "record"),
      help: Localized(
        zh: "把这次运行录成文件，直到它结束；procviz replay 打开",
        en: "record the run to a file, until it ends; procviz replay opens it")),
  ]

  private static let time: [KeyRow<RunAction>] = [
    KeyRow(
      [.left: .look(.eventBack), .right: .look(.eventForth)], when: .always,
      name: Localized(zh: "时间", en: "time"),
      help: Localized(
        zh: "后退、前进一个事件；对象、原因和输出都是那一刻的",
        en: "one event back, one forth; all panels are of that moment")),
    KeyRow(
      [.home: .look(.start), .end: .present], when: .always,
      name: Localized(zh: "开头、现在", en: "start, present"),
      help: Localized(zh: "回到开头；跟随现在", en: "to the start; follow the present")),
    KeyRow(
      ["[": .look(.columnBack), "]": .look(.columnForth)],
      also: [.shiftLeft: .look(.columnBack), .shiftRight: .look(.columnForth)], when: .always,
      name: Localized(zh: "一列", en: "column"),
      help: Localized(zh: "后退、前进一列（滚轮也行）", en: "a column back, one forth (or the wheel)")),
  ]

  private static let pages: [KeyRow<RunAction>] = [
    KeyRow(
      [.pageUp: .look(.tenColumnsBack), .pageDown: .look(.tenColumnsForth)], when: .always,
      name: Localized(zh: "十列", en: "ten columns"),
      help: Localized(zh: "后退、前进十列", en: "ten columns back, ten forth"))
  ]

  private static let looking: [KeyRow<RunAction>] =
    [
      KeyRow(
        [.up: .look(.laneUp), .down: .look(.laneDown)],
        also: ["j": .look(.laneDown), "k": .look(.laneUp)], when: .always,
        name: Localized(zh: "泳道", en: "lane"),
        help: Localized(zh: "选择泳道（也可用鼠标点）", en: "choose a lane (or click it)"))
    ] + time + pages + [
      KeyRow(
        ["/": .find(.open)], when: .always, name: Localized(zh: "查找", en: "find"),
        help: Localized(
          zh: "按类型（lock.acquire 或文字）、进程、对象、文字或发现的问题（丢失更新）查找事件",
          en:
            "find events by kind (lock.acquire, or in words), process, object and text, or by what was found (lost update)"
        )),
      KeyRow(
        ["n": .find(.next), "N": .find(.previous)], when: .finding,
        name: Localized(zh: "下一处、上一处", en: "next, previous"),
        help: Localized(
          zh: "查找时：下一处、上一处", en: "while looking for events: next, previous hit")),
      KeyRow(
        [.escape: .find(.end)], when: .finding, name: Localized(zh: "结束查找", en: "end"),
        help: Localized(zh: "查找时：结束查找", en: "while looking for events: end it")),
      KeyRow(
        ["M": .look(.mark), "'": .look(.nextMark)], when: .always,
        name: Localized(zh: "标记", en: "mark"),
        help: Localized(
          zh: "标记所看的时刻（再按去掉）；跳到下一个标记",
          en: "mark the moment, or unmark it; jump to the next mark")),
      KeyRow(
        ["z": .look(.zoomIn), "Z": .look(.zoomOut)], when: .always,
        name: Localized(zh: "缩放", en: "zoom"),
        help: Localized(zh: "放大、缩小", en: "zoom in and out")),
      KeyRow(
        ["t": .look(.axis)], when: .always, name: Localized(zh: "横轴", en: "axis"),
        help: Localized(
          zh: "横轴换成事件：每个事件一样宽；再按换回时间",
          en: "events instead of time: all are equally wide; again: time")),
      KeyRow(
        ["e": .open(.reading)], when: .always, name: Localized(zh: "详细", en: "details"),
        help: Localized(
          zh: "详细说明：原因、对象和输出的全文",
          en: "details: why, the objects and the output in full")),
      KeyRow(
        ["f": .open(.filter)], when: .always, name: Localized(zh: "筛选", en: "filter"),
        help: Localized(
          zh: "筛选：显示或隐藏泳道和各类事件；← → 跳过隐藏的事件",
          en: "filter: show or hide lanes and kinds of events")),
      KeyRow(
        ["F": .arrange(.fold), "g": .arrange(.group), "O": .arrange(.rank)], when: .always,
        name: Localized(zh: "排列", en: "arrange"),
        help: Localized(
          zh: "折叠已结束的泳道；进程池的工作进程合为一行；值得注意的排在前面",
          en: "fold what has ended; group a pool's workers; what matters first")),
    ]

  private static let searching: [KeyRow<RunAction>] = [
    KeyRow(
      ["x": .open(.explore)], when: .always, name: Localized(zh: "搜索", en: "explore"),
      help: Localized(
        zh: "搜索调度：一个接一个地试，哪些会出错，为什么",
        en: "explore: try schedule after schedule; which go wrong, and why")),
    KeyRow(
      ["c": .open(.compare)], when: .always, name: Localized(zh: "对比", en: "compare"),
      help: Localized(
        zh: "同一个调度，不加锁与加锁各跑一遍，上下对照",
        en: "the same schedule without the lock and with it, one above the other")),
    KeyRow(
      ["w": .open(.waitGraph)], when: .always, name: Localized(zh: "谁等谁", en: "waits"),
      help: Localized(
        zh: "谁在等谁，谁持有什么；成环就是死锁",
        en: "who waits for whom, and who holds what; a cycle is a deadlock")),
  ]

  private static let playing: [KeyRow<RunAction>] = [
    KeyRow(
      [" ": .play(.toggle)], when: .playing, name: Localized(zh: "暂停", en: "pause"),
      help: Localized(zh: "播放时：暂停", en: "while it is played: pause")),
    KeyRow(
      [" ": .play(.toggle)], when: .recorded, name: Localized(zh: "播放", en: "play"),
      help: Localized(
        zh: "从所看的时刻起，按原来的时间播放", en: "play it at its own speed, from the moment looked at")),
    KeyRow(
      ["+": .play(.faster), "-": .play(.slower)],
      unnamed: ["=": .play(.faster), "_": .play(.slower)], when: .recorded,
      name: Localized(zh: "快慢", en: "speed"),
      help: Localized(zh: "播放快一倍、慢一倍", en: "play twice or half as fast")),
    KeyRow(
      ["r": .play(.fromStart)], when: .recorded, name: Localized(zh: "从头播放", en: "from the start"),
      help: Localized(zh: "从头播放", en: "play it from the start")),
    KeyRow(
      [.end: .present], when: .playing, name: Localized(zh: "看完", en: "the rest"),
      help: Localized(zh: "播放时：一次看到结尾", en: "while it is played: all the rest of it at once")),
  ]

  private static let leaving: [KeyRow<RunAction>] = [
    KeyRow(
      ["q": .back], also: [.escape: .back], when: .always,
      name: Localized(zh: "返回", en: "back"),
      help: Localized(zh: "返回；运行随之结束", en: "back; the run ends"))
  ]

  /// Moving in time and stepping, which other screens about the run hand on to it.
  static let timeAndSteps =
    time + pages + steering.about([.steer(.pause), .steer(.goOn), .steer(.step)])
    + playing.about([.play(.toggle)])
}
