import ProcModel
import ProcRuntime

extension Fixture {
  static let echoes = Target("echoes") { (connection: Connection) in
    while true {
      let parcel = try connection.recv(Parcel.self)
      if parcel.number < 0 { return }
      try connection.send(parcel)
    }
  }
  static let sendsThree = Target("sends-three") { (connection: Connection) in
    for number in 1...3 { try connection.send(number) }
  }
  static let sendsForEver = Target("sends-for-ever") { (connection: Connection, sender: Int) in
    var number = 0
    while true {
      try connection.send(Parcel(sender: sender, number: number))
      number += 1
    }
  }
  /// Sends all, then takes all: with too many bytes for the pipe, that waits for the other end.
  static let sendsThenTakes = Target("sends-then-takes") { (connection: Connection, count: Int) in
    for _ in 0..<count { try connection.send([UInt8](repeating: 7, count: 300_000)) }
    for _ in 0..<count { _ = try connection.recv([UInt8].self) }
  }
  static let takesNothing = Target("takes-nothing") { (_: Connection) in }
  static let sendsLater = Target("sends-later") { (connection: Connection, milliseconds: Int) in
    sleep(.milliseconds(milliseconds))
    try connection.send("at last")
  }
  static let keepsForEver = Target("keeps-for-ever") { (_: Connection) in
    while true { sleep(.seconds(60)) }
  }

  static let pipeSpawnables: [any Spawnable] = [
    echoes, sendsThree, sendsForEver, takesNothing, sendsLater, keepsForEver,
    sendsThenTakes,
  ]

  static let pipePrograms: [String: Main] = [
    "pipe-echo": { arguments in try echo(Int(arguments[0]) ?? 10) },
    "pipe-end": { _ in try pipeEnd() },
    "pipe-forgotten": { _ in try forgottenEnd() },
    "pipe-broken": { _ in try brokenPipe() },
    "pipe-poll": { _ in try pollPipe() },
    "pipe-killed": { arguments in try killedSenders(rounds: Int(arguments[0]) ?? 5) },
    "pipe-killed-reader": { _ in try killedReader() },
    // Each end sends so many messages of 300 kB before it takes any: 3 fit into a pipe.
    "pipe-both-send": { arguments in
      let count = Int(arguments[0]) ?? 3
      let (mine, its) = try Pipe()
      let child = Process(target: sendsThenTakes, args: its, count)
      try child.start()
      try sendsThenTakes(mine, count)
      try child.join()
    },
    "pipe-misuse": { _ in try misusePipe() },
  ]

  private static func echo(_ count: Int) throws {
    let (mine, its) = try Pipe()
    let child = Process(target: echoes, args: its)
    try child.start()
    its.close()
    for number in 0..<count {
      try mine.send(Parcel(sender: 7, number: number))
      let back = try mine.recv(Parcel.self)
      guard back.isWhole, back.number == number else { throw Complaint(text: "torn: \(back)") }
    }
    try mine.send(Parcel(sender: 0, number: -40))
    try child.join()
    mine.close()
    print("echoed", count, mine.closed)
  }

  /// Receives what there is, up to the end.
  private static func rest(of connection: Connection) throws -> [Int] {
    var received: [Int] = []
    do {
      while true { received.append(try connection.recv()) }
    } catch is EndOfFile {}
    return received
  }

  private static func pipeEnd() throws {
    let (receiver, sender) = try Pipe(duplex: false)
    let child = Process(target: sendsThree, args: sender)
    try child.start()
    sender.close()
    print(try rest(of: receiver), try receiver.poll())
    try child.join()
    do { _ = try receiver.recv(Int.self) } catch { print(error) }
  }

  /// The end does not come as long as this process has a sending end open itself.
  private static func forgottenEnd() throws {
    let (receiver, sender) = try Pipe(duplex: false)
    let child = Process(target: sendsThree, args: sender)
    try child.start()
    try child.join()
    for _ in 0..<3 { _ = try receiver.recv(Int.self) }
    print(try receiver.poll(), try receiver.poll(timeout: .milliseconds(30)))
    sender.close()
    print(try receiver.poll(), try rest(of: receiver))
  }

  private static func brokenPipe() throws {
    let (receiver, sender) = try Pipe(duplex: false, name: "tube")
    let child = Process(target: takesNothing, args: receiver)
    try child.start()
    receiver.close()
    try child.join()
    do { try sender.send(1) } catch { print("\(error)") }
  }

  private static func pollPipe() throws {
    let (receiver, sender) = try Pipe(duplex: false)
    print(try receiver.poll(), try receiver.poll(timeout: .milliseconds(20)))
    let child = Process(target: sendsLater, args: sender, 40)
    try child.start()
    print(try receiver.poll(timeout: nil), try receiver.poll())
    print(try receiver.recv(String.self))
    try child.join()
  }

  /// Kills senders at any moment; what arrives is whole and in order, and the end comes.
  private static func killedSenders(rounds: Int) throws {
    var messages = 0
    for round in 1...rounds {
      let (receiver, sender) = try Pipe(duplex: false)
      let victims = (0..<2).map { Process(target: sendsForEver, args: sender, round * 2 + $0) }
      for victim in victims { try victim.start() }
      sender.close()
      var last: [Int: Int] = [:]
      func check(_ parcel: Parcel) throws {
        guard parcel.isWhole, parcel.number == (last[parcel.sender] ?? -1) + 1 else {
          throw Complaint(text: "torn, twice or lost: \(parcel)")
        }
        last[parcel.sender] = parcel.number
        messages += 1
      }
      for _ in 0..<20 { try check(receiver.recv()) }
      sleep(.microseconds(Int.random(in: 0...4_000)))
      for victim in victims { try victim.kill() }
      do {
        while true { try check(receiver.recv()) }
      } catch is EndOfFile {}
      for victim in victims { try victim.join() }
      receiver.close()
    }
    print("ends", rounds, messages >= rounds * 20)
  }

  private static func killedReader() throws {
    let (receiver, sender) = try Pipe(duplex: false, name: "tube")
    let child = Process(target: keepsForEver, args: receiver)
    try child.start()
    receiver.close()
    try sender.send(1)
    try child.kill()
    try child.join()
    do { try sender.send(2) } catch { print("\(error)") }
  }

  private static func misusePipe() throws {
    let (receiver, sender) = try Pipe(duplex: false)
    print(receiver.readable, receiver.writable, sender.readable, sender.writable)
    do { try receiver.send(1) } catch { print("\(error)") }
    do { _ = try sender.recv(Int.self) } catch { print("\(error)") }
    do { _ = try sender.poll() } catch { print("\(error)") }
    let queue = Queue<Connection>()
    do { try queue.put(sender) } catch { print("\(error)") }
    sender.close()
    sender.close()
    do { try sender.send(1) } catch { print("\(error)") }
    print(sender.closed, receiver.closed)
  }
}
