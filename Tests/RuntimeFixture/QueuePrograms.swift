import ProcModel
import ProcRuntime

/// An item that shows whether it arrived whole.
struct Parcel: Codable, Sendable, CustomStringConvertible {
  let sender: Int
  let number: Int
  let filling: [Int]

  init(sender: Int, number: Int) {
    self.sender = sender
    self.number = number
    filling = Array(repeating: sender &* 1_000_003 &+ number, count: number % 40)
  }

  var isWhole: Bool {
    filling.count == number % 40 && filling.allSatisfy { $0 == sender &* 1_000_003 &+ number }
  }

  var description: String { "\(sender)/\(number)" }
}

extension Fixture {
  static let produces = Target("produces") { (queue: Queue<Parcel>, sender: Int, count: Int) in
    for number in 0..<count { try queue.put(Parcel(sender: sender, number: number)) }
  }
  static let producesForEver = Target("produces-for-ever") { (queue: Queue<Parcel>, sender: Int) in
    var number = 0
    while true {
      try queue.put(Parcel(sender: sender, number: number))
      number += 1
    }
  }
  static let consumesForEver = Target("consumes-for-ever") { (queue: Queue<Parcel>) in
    while true { _ = try queue.get() }
  }
  static let forwards = Target("forwards") { (source: Queue<Parcel>, sink: Queue<Parcel>) in
    while true {
      let parcel = try source.get()
      if parcel.number < 0 { return }
      try sink.put(parcel)
    }
  }
  static let putsLater = Target("puts-later") { (queue: Queue<Int>, milliseconds: Int) in
    sleep(.milliseconds(milliseconds))
    try queue.put(42)
  }

  static let queueSpawnables: [any Spawnable] = [
    produces, producesForEver, consumesForEver, forwards, putsLater,
  ]

  static let queuePrograms: [String: Main] = [
    "relay": { arguments in try relay(Int(arguments[0]) ?? 2, Int(arguments[1]) ?? 10) },
    "kill-traffic": { arguments in try killTraffic(rounds: Int(arguments[0]) ?? 5) },
    "queue-basics": { _ in try queueBasics() },
    "get-later": { _ in
      let queue = Queue<Int>()
      let child = Process(target: putsLater, args: queue, 50)
      try child.start()
      print(try queue.get())
      try child.join()
    },
    "unbounded-full": { _ in
      let queue = Queue<[Int]>()
      let block = Array(repeating: Int.max, count: 10_000)
      var count = 0
      do {
        while count < 1_000 {
          try queue.put(block, timeout: .milliseconds(20))
          count += 1
        }
      } catch is Full { print("full", count > 5) }
      do {
        try queue.put(Array(repeating: Int.max, count: 1 << 18))
      } catch { print("\(type(of: error))") }
      for _ in 0..<count where try queue.get() != block { throw Complaint(text: "torn") }
      print("empty", queue.empty())
    },
  ]

  private static func relay(_ pairs: Int, _ count: Int) throws {
    let first = Queue<Parcel>(maxSize: 7, name: "first")
    let second = Queue<Parcel>(maxSize: 3, name: "second")
    let producers = (0..<pairs).map { Process(target: produces, args: first, $0, count) }
    let forwarders = (0..<pairs).map { _ in Process(target: forwards, args: first, second) }
    for process in producers + forwarders { try process.start() }
    var seen = Set<String>()
    for _ in 0..<(pairs * count) {
      let parcel = try second.get(timeout: .seconds(60))
      guard parcel.isWhole, seen.insert("\(parcel)").inserted else {
        throw Complaint(text: "torn or twice: \(parcel)")
      }
    }
    for _ in 0..<pairs { try first.put(Parcel(sender: -1, number: -40)) }
    for process in producers + forwarders { try process.join() }
    print("parcels", seen.count, "left", second.qsize())
  }

  /// Kills producers and consumers at any moment, and sees that the queue stays usable and the
  /// items whole, in order and unrepeated.
  private static func killTraffic(rounds: Int) throws {
    let queue = Queue<Parcel>(maxSize: 20)
    let producer = Process(target: producesForEver, args: queue, 0)
    try producer.start()
    var last: [Int: Int] = [:]
    for round in 1...rounds {
      let victims = [
        Process(target: producesForEver, args: queue, round),
        Process(target: consumesForEver, args: queue),
      ]
      for victim in victims { try victim.start() }
      sleep(.microseconds(Int.random(in: 0...9_000)))
      for victim in victims { try victim.kill() }
      for victim in victims { try victim.join() }
      for _ in 0..<60 {
        let parcel = try queue.get(timeout: .seconds(20))
        guard parcel.isWhole, parcel.number > last[parcel.sender] ?? -1 else {
          throw Complaint(text: "torn or twice: \(parcel)")
        }
        last[parcel.sender] = parcel.number
      }
    }
    try producer.kill()
    try producer.join()
    print("survived", rounds)
  }

  private static func queueBasics() throws {
    let queue = Queue<String>(maxSize: 2, name: "box")
    print(queue.empty(), queue.full(), queue.qsize())
    try queue.put("a")
    try queue.putNoWait("b")
    print(queue.empty(), queue.full(), queue.qsize())
    do { try queue.putNoWait("c") } catch { print("\(error)") }
    do { try queue.put("c", timeout: .milliseconds(20)) } catch { print("\(error)") }
    print(try queue.get(), try queue.getNoWait())
    do { _ = try queue.getNoWait() } catch { print("\(error)") }
    do { _ = try queue.get(timeout: .milliseconds(20)) } catch { print("\(error)") }
    queue.close()
    do { try queue.put("d") } catch { print("\(error)") }
  }
}
