import ProcModel
import ProcRuntime

/// Lesson 1: a process type of the program, which overrides `run()`.
private final class Greeter: Process, @unchecked Sendable {
  let greeting: String
  let time: Duration

  init(greeting: String, time: Duration) {
    self.greeting = greeting
    self.time = time
    super.init()
  }

  /// What the child does, in place of a target.
  override func run() throws {
    print("\(greeting) from \(name), pid \(pid ?? 0)")
    sleep(time)
  }

  // Under spawn the child starts with nothing: what it needs is packed here and unpacked there.
  private enum Field: CodingKey { case greeting, time }

  override func encode(to encoder: any Encoder) throws {
    try super.encode(to: encoder)
    var fields = encoder.container(keyedBy: Field.self)
    try fields.encode(greeting, forKey: .greeting)
    try fields.encode(time, forKey: .time)
  }

  required init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Field.self)
    greeting = try fields.decode(String.self, forKey: .greeting)
    time = try fields.decode(Duration.self, forKey: .time)
    try super.init(from: decoder)
  }

  static func main(_ knobs: KnobValues) throws {
    setStartMethod(knobs.startMethod)
    let greeters = ["Hello", "你好"].map {
      Greeter(greeting: $0, time: knobs.scaled(.seconds(1)))
    }
    for greeter in greeters { try greeter.start() }
    for greeter in greeters { try greeter.join() }
    print("pids: \(greeters.compactMap(\.pid))")
  }
}

extension Scenario {
  /// A process type that overrides `run()` (lesson 1).
  static let subclass = Scenario(
    id: "subclass",
    lesson: .processes,
    title: Localized(zh: "继承进程类型，重写 run()", en: "derive a process type, override run()"),
    lookFor: Localized(
      zh: "两个 Greeter 对象，两个进程，两个 pid。run() 里的代码在子进程中运行，而 start() 是父进程调用的。",
      en: """
        Two Greeter objects, two processes, two pids. The code in run() runs in the child; start() \
        was called by the parent.
        """),
    knobs: [.startMethod],
    laneCount: { _ in 3 },
    explanation: { knobs in
      knobs.startMethod == .fork
        ? Localized(
          zh: "start() 产生一个新进程，新进程调用 run()。fork 复制了整个父进程，对象的成员自然也在。直接调用 run() 则不会产生进程。",
          en: """
            start() makes a new process, and that one calls run(). fork copied the whole parent, the \
            object's members with it. Calling run() directly would not make a process at all.
            """)
        : Localized(
          zh: "start() 产生一个新进程，新进程调用 run()。spawn 重新执行程序，对象必须打包后交过去，所以 Greeter 还要会编码和解码自己。",
          en: """
            start() makes a new process, and that one calls run(). spawn starts the program anew: \
            the object has to be packed and handed over, so Greeter can encode and decode itself.
            """)
    },
    next: Suggestion.switchMethod,
    spawnable: [ProcessType(Greeter.self)],
    main: Greeter.main)
}
