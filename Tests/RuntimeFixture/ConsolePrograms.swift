import ProcModel
import ProcRuntime

extension Fixture {
  static let reads = Target("reads") {
    do { print(try input("child> ")) } catch { print("\(type(of: error))") }
  }
  static let countsUp = Target("counts-up") { (value: Value<Int>, count: Int) in
    for _ in 0..<count { value.set(value.get() + 1) }
  }

  static let consoleSpawnables: [any Spawnable] = [reads, countsUp]

  static let consolePrograms: [String: Main] = [
    "echo": { _ in
      print("you said", try input(">>> "))
      try runAll([Process(target: reads)])
      do { _ = try input("more> ") } catch { print("\(error)") }
    },
    "print": { _ in
      print("a", 1, [2], separator: "-")
      print("no end", terminator: "")
      print()
      print(String(repeating: "ä", count: 1_500))
      print((0..<300).map { "line \($0)" }.joined(separator: "\n"))
    },
    "sleep": { _ in sleep(.milliseconds(30)) },
    "busy": { _ in
      let value = Value(0, name: "counter")
      try runAll((0..<2).map { _ in Process(target: countsUp, args: value, 20) })
    },
    "flood": { arguments in
      for number in 0..<(Int(arguments[0]) ?? 1_000) { note(String(number)) }
    },
  ]
}
