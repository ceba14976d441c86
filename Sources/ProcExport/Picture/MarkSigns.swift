import ProcModel

/// The signs of marks as shapes, which need no font, and what they mean.
enum MarkSigns {
  /// A sign: the name of its shape.
  static func name(_ mark: Timeline.Mark) -> String {
    mark.isWrong && !mark.shape.isEnd ? "wrong" : "\(mark.shape)"
  }

  /// The shapes of the signs with these names, each 12 wide with its middle at the origin.
  static func shapes(_ names: some Sequence<String>) -> String {
    names.map { "<path id=\"\($0)\" d=\"\(data($0))\"/>" }.joined(separator: "\n")
  }

  private static func data(_ name: String) -> String { shapes[name] ?? circle }

  private static let circle = ring(5)
  private static func ring(_ r: Double) -> String {
    "M\(n(-r)),0a\(n(r)),\(n(r)) 0 1 0 \(n(2 * r)),0a\(n(r)),\(n(r)) 0 1 0 \(n(-2 * r)),0z"
  }
  /// The other way round: a hole.
  private static func hole(_ r: Double) -> String {
    "M\(n(-r)),0a\(n(r)),\(n(r)) 0 1 1 \(n(2 * r)),0a\(n(r)),\(n(r)) 0 1 1 \(n(-2 * r)),0z"
  }

  private static let shapes: [String: String] = [
    "begin": "M-4,-5.5L6,0L-4,5.5z",
    "read": circle,
    "write": "M0,-6L6,0L0,6L-6,0z",
    "put": "M0,-6L6,5H-6z",
    "get": "M0,6L6,-5H-6z",
    "set": "M0,-6L6,0L0,6L-6,0z" + hole(2),
    "fetched": circle + hole(3) + ring(1.5),
    "served": circle + hole(3),
    "joined": "M-6,-5L0,0L6,-5V5L0,0L-6,5z",
    "timedOut": circle + "M-3.5,2L2,-3.5L3.5,-2L-2,3.5z",
    "taken": circle + "M-3,-1V1H3V-1z",
    "given": circle + "M-3,-1V1H-1V3H1V1H3V-1H1V-3H-1V-1z",
    "notified": "M0,-6.5L1.8,-1.8L6.5,0L1.8,1.8L0,6.5L-1.8,1.8L-6.5,0L-1.8,-1.8z",
    "woken": "M0,-6.5L1.8,-1.8L6.5,0L1.8,1.8L0,6.5L-1.8,1.8L-6.5,0L-1.8,-1.8z" + hole(1.5),
    "cleared": "M-3,-4H6L3,4H-6z",
    "arrived": "M2,-6H4V6H2V1H-5V-1H2z",
    "passed": "M-2,-6H-4V6H-2V1H5V-1H-2z",
    "broken": "M-5,-5H5V5H-5zM-3,-1V1H3V-1z",
    "taskBegin": "M-3,-6H0V-1H5V1H0V6H-3z",
    "taskEnd": "M3,-6H0V-1H-5V1H0V6H3z",
    "typed": "M4,-5H6V2H-1V5L-6,1L-1,-3V0H4z",
    "printed": "M-5,-4L0,0L-5,4zM0,-4L5,0L0,4z",
    "noted": "M-1,-6H1V-3H4V-1H1V6H-1V-1H-4V-3H-1z",
    "remembered": "M0,-5L5,0L0,5L-5,0zM0,-2L-2,0L0,2L2,0z",
    "ended": "M-5,-5H5V5H-5z",
    "failed": "M-6,-6H6V6H-6zM-3,-4L-4,-3L-1,0L-4,3L-3,4L0,1L3,4L4,3L1,0L4,-3L3,-4L0,-1z",
    "killed": cross, "wrong": cross,
  ]

  private static let cross =
    "M-6,-4L-4,-6L0,-2L4,-6L6,-4L2,0L6,4L4,6L0,2L-4,6L-6,4L-2,0z"

  /// What a sign means, in one or two words.
  static func meaning(_ name: String) -> Localized {
    meanings[name] ?? Localized(verbatim: name)
  }

  private static let meanings: [String: Localized] = [
    "begin": Localized(zh: "开始", en: "begins"), "read": Localized(zh: "读", en: "read"),
    "write": Localized(zh: "写", en: "write"), "put": Localized(zh: "放入", en: "put"),
    "get": Localized(zh: "取出", en: "get"), "set": Localized(zh: "设置", en: "set"),
    "fetched": Localized(zh: "取值", en: "fetched"), "served": Localized(zh: "应答", en: "served"),
    "joined": Localized(zh: "已汇合", en: "joined"),
    "timedOut": Localized(zh: "超时", en: "timed out"),
    "taken": Localized(zh: "取名额", en: "unit taken"),
    "given": Localized(zh: "还名额", en: "unit released"),
    "notified": Localized(zh: "通知/设置", en: "notify, set"),
    "cleared": Localized(zh: "清除", en: "cleared"), "woken": Localized(zh: "被唤醒", en: "woken"),
    "arrived": Localized(zh: "到达屏障", en: "at barrier"),
    "passed": Localized(zh: "通过屏障", en: "past barrier"),
    "broken": Localized(zh: "屏障损坏/重置", en: "barrier broken, reset"),
    "taskBegin": Localized(zh: "任务开始", en: "task begins"),
    "taskEnd": Localized(zh: "任务结束", en: "task ends"),
    "typed": Localized(zh: "输入", en: "typed"), "printed": Localized(zh: "打印", en: "printed"),
    "noted": Localized(zh: "备注", en: "note"),
    "remembered": Localized(zh: "私有变量", en: "own variable"),
    "ended": Localized(zh: "结束", en: "ended"), "failed": Localized(zh: "出错退出", en: "failed"),
    "killed": Localized(zh: "被杀死", en: "killed"),
    "wrong": Localized(zh: "出错之处", en: "went wrong"),
  ]
}
