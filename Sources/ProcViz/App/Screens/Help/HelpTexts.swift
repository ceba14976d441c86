import ProcModel

/// Texts of the help screen.
enum HelpTexts {
  /// A few keys with one meaning.
  struct Entry: Sendable {
    let keys: Localized
    let text: Localized
  }

  /// Entries that belong together.
  struct Section: Sendable {
    let title: Localized
    let entries: [Entry]
  }

  static let title = Localized(zh: "帮助：所有按键", en: "help: every key")
  static let signs = Localized(zh: "泳道里的符号", en: "The signs in the lanes")

  static func keys(_ language: Language) -> [BarView.Item] {
    KeyTexts.items(
      [
        ("↑ ↓", Localized(zh: "滚动", en: "scroll")),
        ("L", Localized(zh: "语言", en: "language")),
        ("Esc", Localized(zh: "返回", en: "back")),
      ], language)
  }

  static let sections = [
    Section(
      title: Localized(zh: "运行", en: "The run"),
      entries: [
        entry(
          "空格", "space", "暂停：每个进程停在下一个操作前；再按继续（休眠照常进行）",
          "pause: every process is held before its next operation; again: go on (a sleep goes on)"),
        entry(
          "s", "s", "单步：只执行一个操作，优先所选泳道，否则是等得最久的进程",
          "step: let one operation happen, of the chosen lane if it can move, else of the process that has waited longest"
        ),
        entry(
          "1 … 9", "1 … 9", "暂停时：那条泳道立刻执行一步；右侧显示它的下一个操作、能否执行",
          "paused: that lane moves at once; what it would do, and whether it can, stands to the right"
        ),
        entry(
          "u", "u", "退回一步：重新启动，按同样的步骤执行到前一步",
          "take the last step back: the run starts again and repeats the steps before it"),
        entry(
          "y", "y", "这次运行的调度：一条可以重复它的命令", "the run's schedule: a command that repeats it"),
        entry("l", "l", "打开或去掉锁，重新运行", "lock on or off, and run again"),
        entry("m", "m", "换下一种启动方式，重新运行", "next start method, and run again"),
        entry("+ -", "+ -", "快一倍、慢一倍，重新运行", "twice or half as fast, and run again"),
        entry("o", "o", "全部设置", "all knobs"),
        entry("r", "r", "再运行一次", "run again"),
        entry("n p", "n p", "后一个、前一个场景", "next, previous scenario"),
        entry(
          "W", "W", "把这次运行录成文件，直到它结束；procviz replay 打开",
          "record the run to a file, until it ends; procviz replay opens it"),
        entry("i", "i", "给等输入的进程输入一行", "type a line for the process that waits for input"),
      ]),
    Section(
      title: Localized(zh: "观看", en: "Looking"),
      entries: [
        entry("↑ ↓ j k", "↑ ↓ j k", "选择泳道（也可用鼠标点）", "choose a lane (or press it with the mouse)"),
        entry(
          "← →", "← →", "后退、前进一个事件；对象、原因和输出都是那一刻的",
          "one event back, one forth; all panels are of that moment"),
        entry("Home End", "Home End", "回到开头；跟随现在", "to the start; follow the present"),
        entry(
          "[ ]", "[ ]", "后退、前进一列（也可用 Shift+← →、滚轮）；PgUp PgDn：十列",
          "a column back, one forth (or Shift, the wheel); PgUp PgDn: ten"),
        entry(
          "/ n N", "/ n N", "按类型、进程、对象、文字查找事件；下一处、上一处",
          "find events by kind, process, object, text; next, previous hit"),
        entry(
          "M '", "M '", "标记所看的时刻（再按去掉）；跳到下一个标记",
          "mark the moment, or unmark it; jump to the next mark"),
        entry("z Z", "z Z", "放大、缩小", "zoom in and out"),
        entry(
          "t", "t", "横轴换成事件：每个事件一样宽；再按换回时间",
          "events instead of time: all are equally wide; again: time"),
        entry(
          "e", "e", "详细说明：原因、对象和输出的全文",
          "everything at length: why, the objects, the output"),
        entry(
          "f", "f", "筛选：显示或隐藏泳道和各类事件；← → 跳过隐藏的事件",
          "filter: show or hide lanes and kinds of events"),
        entry(
          "F g O", "F g O", "折叠已结束的泳道；进程池的工作进程合为一行；有情况的在前",
          "fold what has ended; group a pool's workers; what matters first"),
      ]),
    Section(
      title: Localized(zh: "搜索与对照", en: "Searching and comparing"),
      entries: [
        entry(
          "x", "x", "搜索调度：一个接一个地试，哪些会出错，为什么",
          "explore: try schedule after schedule; which go wrong, and why"),
        entry(
          "Enter", "Enter", "（搜索里）打开所选错误最简单的调度；s 沿着它走，End 走到结尾",
          "(exploring) open the simplest schedule of a finding; s follows it, End goes to its end"),
        entry(
          "s t r", "s t r", "（搜索里）停止；换一种策略；再搜索",
          "(exploring) stop; another strategy; search again"),
        entry(
          "w", "w", "谁在等谁，谁持有；环就是死锁",
          "who waits for whom, and who has it; a circle is a deadlock"),
        entry(
          "c", "c", "同一个调度，不加锁与加锁各跑一遍，上下对照；d 回到分开之处",
          "the same schedule without the lock and with it, one above the other; d: where they part"),
      ]),
    Section(
      title: Localized(zh: "录下的运行", en: "A recorded run"),
      entries: [
        entry(
          "空格 r", "space r", "播放、暂停；从头播放（按原来的时间）",
          "play it in its own time, or pause; from the start"),
        entry("+ -", "+ -", "播放快一倍、慢一倍", "play twice or half as fast"),
        entry("End", "End", "一次看到结尾", "all the rest of it at once"),
        entry(
          "x c o", "x c o", "在这里重新运行：搜索、对照、换设置",
          "make the run anew here: explore, compare, with other knobs"),
      ]),
    Section(
      title: Localized(zh: "到处可用", en: "Everywhere"),
      entries: [
        entry(
          "Enter", "Enter", "打开所选（菜单、搜索），按设置运行（设置）",
          "open (menu, exploring), run with these (knobs)"),
        entry("L", "L", "中文 / English", "English / 中文"),
        entry("?", "?", "本页", "this page"),
        entry("q Esc", "q Esc", "返回；在菜单里退出", "back; from the menu, quit"),
        entry(
          "Ctrl-C", "Ctrl-C", "随时退出，不留下任何进程", "quit at any time; no process is left behind"),
        entry(
          "Shift+鼠标", "Shift+mouse", "在终端里选取文字", "select text, as the terminal does"),
      ]),
  ]

  private static func entry(_ zhKeys: String, _ enKeys: String, _ zh: String, _ en: String) -> Entry
  {
    Entry(keys: Localized(zh: zhKeys, en: enKeys), text: Localized(zh: zh, en: en))
  }
}
