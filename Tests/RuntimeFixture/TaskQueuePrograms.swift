import ProcModel
import ProcRuntime

extension Fixture {
  static let doesTasks = Target("does-tasks") {
    (queue: JoinableQueue<Int>, done: SimpleQueue<Int>) in
    while true {
      let task = try queue.get()
      if task < 0 { return }
      try done.put(task * task)
      try queue.taskDone()
    }
  }
  static let doesTasksForEver = Target("does-tasks-for-ever") { (queue: JoinableQueue<Int>) in
    while true {
      _ = try queue.get()
      try queue.taskDone()
    }
  }
  static let putsSimply = Target("puts-simply") {
    (queue: SimpleQueue<Parcel>, me: Int, count: Int) in
    for number in 0..<count { try queue.put(Parcel(sender: me, number: number)) }
  }

  static let taskQueueSpawnables: [any Spawnable] = [doesTasks, doesTasksForEver, putsSimply]

  static let taskQueuePrograms: [String: Main] = [
    "joinable": { arguments in try joinable(Int(arguments[0]) ?? 2, Int(arguments[1]) ?? 6) },
    "joinable-killed": { arguments in try killedWorkers(rounds: Int(arguments[0]) ?? 5) },
    "joinable-too-often": { _ in
      let queue = JoinableQueue<Int>(name: "jobs")
      try queue.join()
      try queue.put(1)
      print(try queue.get(), queue.qsize(), queue.empty(), queue.full())
      try queue.taskDone()
      try queue.join()
      do { try queue.taskDone() } catch { print("\(error)") }
      queue.close()
      do { try queue.put(1) } catch { print("\(error)") }
    },
    "simple": { arguments in try simple(Int(arguments[0]) ?? 2, Int(arguments[1]) ?? 20) },
    "queue-looks": { _ in
      let queue = Queue<Int>(maxSize: 1)
      print(queue.qsize(), queue.empty(), queue.full())
      try queue.put(5)
      print(queue.qsize(), queue.empty(), queue.full())
    },
  ]

  private static func joinable(_ workers: Int, _ tasks: Int) throws {
    let queue = JoinableQueue<Int>()
    let done = SimpleQueue<Int>()
    let processes = (0..<workers).map { _ in Process(target: doesTasks, args: queue, done) }
    for process in processes { try process.start() }
    for task in 0..<tasks { try queue.put(task) }
    try queue.join()
    var sum = 0
    for _ in 0..<tasks { sum += try done.get() }
    print("sum", sum, done.empty())
    for _ in processes { try queue.put(-1) }
    for process in processes { try process.join() }
  }

  /// Kills workers at any moment. What they had got and not done stays to be done; nothing else.
  private static func killedWorkers(rounds: Int) throws {
    let queue = JoinableQueue<Int>(maxSize: 8)
    for round in 0..<rounds {
      let victims = (0..<2).map { _ in Process(target: doesTasksForEver, args: queue) }
      for victim in victims { try victim.start() }
      for number in 0..<100 { try queue.put(round * 100 + number, timeout: .seconds(20)) }
      for victim in victims { try victim.kill() }
      for victim in victims { try victim.join() }
      while let _ = try? queue.getNoWait() { try queue.taskDone() }
      var left = 0
      while (try? queue.taskDone()) != nil { left += 1 }
      guard left <= victims.count else { throw Complaint(text: "\(left) tasks are left") }
      try queue.join()
    }
    print("joined", rounds)
  }

  private static func simple(_ senders: Int, _ count: Int) throws {
    let queue = SimpleQueue<Parcel>(name: "line")
    let processes = (0..<senders).map { Process(target: putsSimply, args: queue, $0, count) }
    for process in processes { try process.start() }
    var last: [Int: Int] = [:]
    for _ in 0..<(senders * count) {
      let parcel = try queue.get()
      guard parcel.isWhole, parcel.number == (last[parcel.sender] ?? -1) + 1 else {
        throw Complaint(text: "torn or out of order: \(parcel)")
      }
      last[parcel.sender] = parcel.number
    }
    for process in processes { try process.join() }
    print("got", last.values.sorted(), queue.empty())
    queue.close()
    do { try queue.put(Parcel(sender: 0, number: 0)) } catch { print("\(error)") }
  }
}
