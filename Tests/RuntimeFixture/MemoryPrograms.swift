import ProcModel
import ProcRuntime

extension Fixture {
  static let global = Global<Queue<Int>>("queue")
  static let numbers = Private<[Int]>([], name: "numbers")

  static let usesGlobal = Target("uses-global") { try global.get().put(5) }
  static let appends = Target("appends") { (number: Int) in
    numbers.mutate { $0.append(number) }
    print(numbers.get())
  }
  static let fillsArray = Target("fills-array") { (array: SharedArray<Double>, index: Int) in
    array.set(index, Double(index) + 0.5)
  }
  static let usesCompanion = Target("uses-companion") { (value: Value<Int32>, count: Int) in
    for _ in 0..<count { try value.getLock().withLock { value.set(value.get() + 1) } }
  }

  static let memorySpawnables: [any Spawnable] = [usesGlobal, appends, fillsArray, usesCompanion]

  static let memoryPrograms: [String: Main] = [
    "global": { _ in
      let queue = Queue<Int>()
      global.set(queue)
      let child = Process(target: usesGlobal)
      try runAll([child])
      print(child.exitCode ?? 99, queue.qsize())
    },
    "private": { _ in
      try runAll([Process(target: appends, args: 1), Process(target: appends, args: 2)])
      let thread = Thread(target: appends, args: 3)
      try thread.start()
      try thread.join()
      print(numbers.get())
    },
    "array": { _ in
      let array = SharedArray([0.0, 0, 0], name: "slots")
      try runAll((0..<3).map { Process(target: fillsArray, args: array, $0) })
      print((0..<array.count).map { array.get($0) })
    },
    "companion": { arguments in
      let value = Value(Int32(0), name: "total")
      value.expect(40)
      try runAll(
        (0..<4).map { _ in Process(target: usesCompanion, args: value, Int(arguments[0]) ?? 10) })
      print(value.get())
    },
  ]
}
