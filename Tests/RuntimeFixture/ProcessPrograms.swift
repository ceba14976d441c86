import Glibc
import ProcModel
import ProcRuntime

extension Fixture {
  static let returns = Target("returns") {}
  static let exits = Target("exits") { (code: Int) in throw SystemExit(Int32(code)) }
  static let fails = Target("fails") { throw Complaint(text: "out of cheese") }
  static let sleeps = Target("sleeps") { (milliseconds: Int) in
    sleep(.milliseconds(milliseconds))
  }
  static let tellsWhoItIs = Target("tells-who-it-is") { (extra: String, numbers: [Int]) in
    let me = currentProcess()
    let parent = parentProcess()
    print(me.name, me.daemon, parent?.name ?? "none", extra, numbers, getStartMethod().name)
    if parent?.isAlive() != true { throw SystemExit(9) }
  }
  static let hasChild = Target("has-child") { (unused: Int) in
    let child = Process(target: tellsWhoItIs, args: "grandchild", [unused])
    try child.start()
    try child.join()
  }
  static let leavesChild = Target("leaves-child") {
    try Process(target: sleeps, args: 100).start()
  }
  static let triesChild = Target("tries-child") {
    do { try Process(target: returns).start() } catch { note("refused: \(error)") }
  }
  static let isTerminatedWhileBusy = Target("is-terminated-while-busy") {
    deferringTermination {
      killProcess(currentProcess().pid ?? 0, SIGTERM)
      print("whole")
    }
    print("never")
  }
  static let startsSleepers = Target("starts-sleepers") {
    for _ in 0..<3 { try Process(target: sleeps, args: 600_000).start() }
    try Process(target: sleeps, args: 600_000).start()
  }
  /// Not among the spawnables.
  static let unregistered = Target("unregistered") {}

  static let processSpawnables: [any Spawnable] = [
    returns, exits, fails, sleeps, tellsWhoItIs, hasChild, leavesChild, triesChild, startsSleepers,
    ProcessType(Greeter.self), threadSleeps, isTerminatedWhileBusy,
  ]

  static let processPrograms: [String: Main] = [
    "exit-codes": { _ in
      let children = [
        Process(target: returns), Process(target: exits, args: 3), Process(target: fails),
        Process(target: sleeps, args: 600_000), Process(target: sleeps, args: 600_000),
      ]
      for child in children { try child.start() }
      note("alive \(children[3].isAlive())")
      try children[3].terminate()
      try children[4].kill()
      for child in children { try child.join() }
      note(children.map { String($0.exitCode ?? 99) }.joined(separator: " "))
      note("alive \(children[3].isAlive())")
    },
    "terminated-while-busy": { _ in
      let child = Process(target: isTerminatedWhileBusy)
      try child.start()
      try child.join()
      print(child.exitCode ?? 99)
    },
    "identities": { _ in
      let child = Process(target: tellsWhoItIs, args: "x", [1, 2])
      let named = Process(target: tellsWhoItIs, args: "y", [], name: "Alice", daemon: true)
      try runAll([child, named, Process(target: hasChild, args: 7)])
      print(child.exitCode ?? 99, child.pid == child.ident, parentProcess() == nil)
    },
    "subclass": { _ in
      let greeter = Greeter(greeting: "hello")
      try runAll([greeter])
      print(greeter.exitCode ?? 99)
    },
    "misuse": { _ in try misuse() },
    "timeout": { _ in
      let child = Process(target: sleeps, args: 600_000)
      try child.start()
      note("joined \(try child.join(timeout: .milliseconds(50)))")
      note("code \(String(describing: child.exitCode)) active \(activeChildren().count)")
      try child.kill()
      note("joined \(try child.join(timeout: .seconds(60)))")
      note("active \(activeChildren().count)")
    },
    "daemon": { _ in
      try Process(target: sleeps, args: 600_000, daemon: true).start()
      try Process(target: sleeps, args: 50).start()
    },
    "orphan": { _ in try runAll([Process(target: leavesChild)]) },
    "daemon-with-child": { _ in try runAll([Process(target: triesChild, daemon: true)]) },
    "unregistered": { _ in
      do { try Process(target: unregistered).start() } catch { note("\(error)") }
    },
    "main-fails": { _ in throw Complaint(text: "no main") },
    "main-exits": { _ in throw SystemExit(4) },
    "tree": { _ in
      try Process(target: startsSleepers).start()
      try Process(target: sleeps, args: 600_000).start()
      sleep(.seconds(600))
    },
    "many": { arguments in
      let count = arguments.first.flatMap { Int($0) } ?? 10
      try runAll((0..<count).map { _ in Process(target: returns) })
    },
    "threads": { _ in try threads() },
  ]

  private static func misuse() throws {
    let child = Process(target: returns)
    func tell(_ body: () throws -> Void) { do { try body() } catch { note("\(error)") } }
    tell { _ = try child.join() }
    tell { try child.terminate() }
    try child.start()
    tell { try child.start() }
    try child.join()
    try child.close()
    tell { _ = try child.join() }
    let sleeper = Process(target: sleeps, args: 600_000)
    try sleeper.start()
    tell { try sleeper.close() }
    try sleeper.kill()
  }

  static let threadSleeps = Target("thread-sleeps") { (milliseconds: Int) in
    note("\(currentThread()?.name ?? "none") in \(currentProcess().name)")
    sleep(.milliseconds(milliseconds))
  }

  private static func threads() throws {
    let threads = [Thread(target: threadSleeps, args: 20), Thread(target: threadSleeps, args: 20)]
    for thread in threads { try thread.start() }
    do { try Process(target: returns).start() } catch { note("\(error)") }
    for thread in threads { try thread.join() }
    note("alive \(threads[0].isAlive())")
    try runAll([Process(target: returns)])
    try Thread(target: fails).start()
    try Thread(target: threadSleeps, args: 600_000, daemon: true).start()
  }
}

/// An error of the fixture's own.
struct Complaint: Error, CustomStringConvertible {
  let text: String
  var description: String { text }
}

/// A process type of one's own.
final class Greeter: ProcRuntime.Process {
  private let greeting: String

  init(greeting: String) {
    self.greeting = greeting
    super.init()
  }

  required init(from decoder: any Decoder) throws {
    greeting = try decoder.singleValueContainer().decode(String.self)
    try super.init(from: decoder)
  }

  override func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(greeting)
  }

  override func run() throws { print(greeting, name, currentProcess() === self) }
}
