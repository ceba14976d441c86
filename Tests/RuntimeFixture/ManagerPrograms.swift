import ProcModel
import ProcRuntime

extension Fixture {
  static let setsKey = Target("sets-key") { (dict: DictProxy<Int, Int>, key: Int) in
    try dict.set(key, 100)
  }
  /// Sets keys of its own and checks what it gets, again and again.
  static let churns = Target("churns") { (dict: DictProxy<String, [Int]>, me: Int, count: Int) in
    for number in 0..<count {
      let key = "\(me)/\(number % 10)"
      let value = Array(repeating: me &* 7919 &+ number, count: number % 60)
      try dict.set(key, value)
      guard try dict[key] == value else { throw Complaint(text: "\(key) is torn") }
    }
  }
  static let growsList = Target("grows-list") { (list: ListProxy<Int>, me: Int, count: Int) in
    for number in 0..<count { try list.append(me * 1_000_000 + number) }
  }
  /// Uses the manager until the server is gone, and says how that shows.
  static let churnsToTheEnd = Target("churns-to-the-end") { (dict: DictProxy<Int, Int>) in
    do {
      while true { try dict.set(1, 1) }
    } catch let error as ManagerError {
      guard case .serverGone = error else { throw error }
    }
  }
  /// Has a manager, and is killed while the server lives.
  static let ownsManager = Target("owns-manager") { (answer: Queue<Int>) in
    let manager = try Manager()
    try answer.put(Int(manager.serverPid ?? 0))
    while true { sleep(.seconds(60)) }
  }

  /// Asks again and again whether it may go on. Between, it reads what nobody changes.
  static let awaitsKey = Target("awaits-key") { (dict: DictProxy<Int, Int>, others: Int) in
    while try dict.get(0) == nil {
      for key in 1..<(1 + others) { _ = try dict.get(key) }
    }
  }

  static let managerSpawnables: [any Spawnable] = [
    setsKey, churns, growsList, churnsToTheEnd, ownsManager, awaitsKey,
  ]

  static let managerPrograms: [String: Main] = [
    "manager-lesson": { arguments in try managerLesson(Int(arguments[0]) ?? 10) },
    "manager-dict": { _ in try managerDict() },
    "manager-list": { _ in try managerList() },
    "manager-errors": { _ in try managerErrors() },
    "manager-contention": { arguments in
      try managerContention(Int(arguments[0]) ?? 4, Int(arguments[1]) ?? 50)
    },
    "manager-kill-clients": { arguments in
      try killClients(rounds: Int(arguments[0]) ?? 10, seed: UInt64(arguments[1]) ?? 1)
    },
    "manager-kill-server": { arguments in try killServer(after: Int(arguments[0]) ?? 5) },
    "manager-orphan": { _ in try orphanServer() },
    // What a child asks for never comes, or comes.
    "manager-poll": { arguments in
      try managerPoll(others: Int(arguments[1]) ?? 0, isAnswered: arguments[0] == "answered")
    },
    // Reads much that nobody changes, and ends.
    "manager-reader": { arguments in
      let dict: DictProxy<Int, Int> = try Manager().dict()
      for key in 0..<(Int(arguments[0]) ?? 200) { _ = try dict.get(key) }
    },
    "manager-threads": { _ in try managerThreads() },
    "manager-no-shutdown": { _ in
      let dict: DictProxy<Int, Int> = try Manager().dict()
      try dict.set(1, 2)
      print(dict)
    },
  ]

  private static func managerPoll(others: Int, isAnswered: Bool) throws {
    let manager = try Manager()
    let dict = try manager.dict(Int.self, Int.self)
    let child = Process(target: awaitsKey, args: dict, others)
    try child.start()
    if isAnswered { try dict.set(0, 1) }
    try child.join()
    try manager.shutdown()
  }

  private static func managerLesson(_ workers: Int) throws {
    let manager = try Manager()
    let dict = try manager.dict(Int.self, Int.self)
    try runAll((0..<workers).map { Process(target: setsKey, args: dict, $0) })
    print(try dict.items().map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " "))
    try manager.shutdown()
  }

  private static func managerDict() throws {
    let dict: DictProxy<String, Int> = try Manager().dict(name: "ages")
    print(dict.name, try dict.count, dict)
    try dict.set("b", 2)
    try dict.set("a", 1)
    try dict.set("b", 3)
    print(dict, try dict["a"], try dict.get("x") as Any, try dict.contains("b"))
    print(try dict.keys(), try dict.values(), try dict.setDefault("a", 9), try dict.pop("b"))
    try dict.update(["c": 4])
    print(try dict.copy().sorted { $0.key < $1.key }.map(\.key), try dict.pop("x", default: -1))
    do { _ = try dict["x"] } catch { print(error) }
    do { _ = try dict.pop("y") } catch { print(error) }
    do { try dict.remove("z") } catch { print(error) }
    try dict.remove("a")
    for number in 0..<200 {
      try dict.set("n\(number)", number)
      if number >= 3 { try dict.remove("n\(number - 3)") }
    }
    print(dict)
    try dict.clear()
    print(dict, try dict.count)
  }

  private static func managerList() throws {
    let list = try Manager().list(String.self)
    try list.append("a")
    try list.extend(["b", "c"])
    try list.insert("z", at: 0)
    try list.insert("y", at: 100)
    print(list.name, list, try list.count, try list[0], try list[-1], try list.contains("b"))
    try list.set(1, "A")
    print(try list.pop(), try list.pop(0), try list.copy())
    for index in [3, -4] {
      do { _ = try list[index] } catch { print(error) }
      do { try list.set(index, "") } catch { print(error) }
      do { _ = try list.pop(index) } catch { print(error) }
    }
    try list.clear()
    print(list)
    let big = Array(repeating: "0123456789", count: 200_000)
    try list.extend(big)
    print(try list.copy() == big)
  }

  private static func managerErrors() throws {
    let manager = try Manager()
    let dict = try manager.dict(String.self, Int.self)
    let other = try Manager()
    try other.shutdown()
    try other.shutdown()
    do { _ = try other.dict(Int.self, Int.self) } catch is ManagerError { print("no server") }
    try dict.set("a", 1)
    try manager.shutdown()
    do { try dict.set("a", 2) } catch is ManagerError { print("gone") }
    print(dict.description.contains("gone"), manager.serverPid as Any)
  }

  private static func managerContention(_ workers: Int, _ count: Int) throws {
    let manager = try Manager()
    let dict = try manager.dict(String.self, [Int].self)
    let list = try manager.list(Int.self)
    try runAll(
      (0..<workers).flatMap {
        [
          Process(target: churns, args: dict, $0, count),
          Process(target: growsList, args: list, $0, count),
        ]
      })
    let values = try list.copy()
    // Each worker's own values are in order.
    let isOrdered = (0..<workers).allSatisfy { me in
      values.filter { $0 / 1_000_000 == me } == (0..<count).map { me * 1_000_000 + $0 }
    }
    print(try dict.count, values.count, isOrdered)
  }

  /// Kills clients at any moment, and sees that the server goes on for the others.
  private static func killClients(rounds: Int, seed: UInt64) throws {
    let manager = try Manager()
    let dict = try manager.dict(String.self, [Int].self)
    var random = Chance(state: seed)
    for round in 0..<rounds {
      let victims = (0..<2).map { Process(target: churns, args: dict, $0, 1_000_000) }
      for victim in victims { try victim.start() }
      sleep(.microseconds(Int.random(in: 0..<8_000, using: &random)))
      for victim in victims { try victim.kill() }
      try dict.set("main", [round])
      for victim in victims { try victim.join() }
      guard try dict["main"] == [round] else { throw Complaint(text: "lost an update") }
    }
    for value in try dict.values() {
      guard value.allSatisfy({ $0 == value[0] }) else { throw Complaint(text: "torn") }
    }
    print("survived", rounds)
  }

  private static func killServer(after milliseconds: Int) throws {
    let manager = try Manager()
    let dict = try manager.dict(Int.self, Int.self)
    let clients = (0..<3).map { _ in Process(target: churnsToTheEnd, args: dict) }
    for client in clients { try client.start() }
    sleep(.milliseconds(milliseconds))
    killProcess(manager.serverPid ?? 0)
    for client in clients { try client.join() }
    print("clients ended with", Set(clients.map { $0.exitCode }))
    do { try dict.set(1, 2) } catch { print("main was told") }
    try manager.shutdown()
  }

  /// The process that has made a manager is killed: its server must end, too.
  private static func orphanServer() throws {
    let answer = Queue<Int>()
    let owner = Process(target: ownsManager, args: answer, daemon: false)
    try owner.start()
    let server = Int32(try answer.get())
    try owner.kill()
    try owner.join()
    waitForEnd(server)
    print("server ended")
  }

  private static func managerThreads() throws {
    let manager = try Manager()
    let dict = try manager.dict(String.self, [Int].self)
    let threads = (0..<6).map { Thread(target: churns, args: dict, $0, 50) }
    for thread in threads { try thread.start() }
    for thread in threads { try thread.join() }
    print(try dict.count)
  }
}

/// A random generator with a seed of its own (splitmix64), so that a failure repeats.
struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
