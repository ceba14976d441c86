import ProcModel
import ProcSchedule
import Testing

/// What `counter` can do, found without schedules, strategies or classes: every order of the reads
/// and writes of its workers, distinguished by which accesses came before which writes.
private struct Enumeration {
  enum Event: Hashable { case read, write, acquire, release }

  private let code: [Event]
  private let workers: Int
  private(set) var classes: Set<[Int]> = []
  private(set) var isLost: [Bool: Int] = [:]

  init(workers: Int, iterations: Int, lock: Bool) {
    let add: [Event] = lock ? [.acquire, .read, .write, .release] : [.read, .write]
    code = Array(repeating: add, count: iterations).flatMap { $0 }
    self.workers = workers
    go([], holder: nil)
  }

  private mutating func go(_ order: [Int], holder: Int?) {
    if order.count == workers * code.count { return end(order) }
    for worker in 0..<workers {
      let made = order.count { $0 == worker }
      guard made < code.count else { continue }
      switch code[made] {
      case .acquire where holder != nil: continue
      case .acquire: go(order + [worker], holder: worker)
      case .release: go(order + [worker], holder: nil)
      default: go(order + [worker], holder: holder)
      }
    }
  }

  private mutating func end(_ order: [Int]) {
    var made = Array(repeating: 0, count: workers)
    let events = order.map { worker in
      defer { made[worker] += 1 }
      return (worker: worker, number: made[worker], event: code[made[worker]])
    }
    // For each event, how many of each other worker's that it could notice came before.
    var name: [Int] = []
    for worker in 0..<workers {
      for place in events.indices where events[place].worker == worker {
        for other in 0..<workers where other != worker {
          name.append(
            events[..<place].count {
              $0.worker == other && Self.matters($0.event, events[place].event)
            })
        }
      }
    }
    guard classes.insert(name).inserted else { return }
    isLost[
      value(events.map { ($0.worker, $0.event) }) < workers * code.count { $0 == .write },
      default: 0] += 1
  }

  private static func matters(_ a: Event, _ b: Event) -> Bool {
    switch (a, b) {
    case (.write, .read), (.read, .write), (.write, .write), (.acquire, .acquire): true
    default: false
    }
  }

  private func value(_ events: [(worker: Int, event: Event)]) -> Int {
    var value = 0
    var known = Array(repeating: 0, count: workers)
    for (worker, event) in events {
      if event == .read { known[worker] = value }
      if event == .write { value = known[worker] + 1 }
    }
    return value
  }
}

@Suite struct CounterTests {
  @Test(
    arguments: [(2, 1), (2, 2), (3, 1), (2, 3)], [true, false])
  func classesAndOutcomesAreThoseOfAllOrders(size: (workers: Int, iterations: Int), lock: Bool) {
    let all = Enumeration(workers: size.workers, iterations: size.iterations, lock: lock)
    let program = Program.counter(workers: size.workers, iterations: size.iterations, lock: lock)
    let search = program.search(DPORStrategy())
    #expect(search.isExhausted)
    #expect(search.classes == all.classes.count)
    #expect(search.schedules == all.classes.count)
    #expect(search.outcomes[.ok, default: 0] == all.isLost[false, default: 0])
    #expect(search.outcomes[.finding(.lostUpdate), default: 0] == all.isLost[true, default: 0])
    #expect(search.status == (lock ? .exhausted : .found))
  }

  @Test func twoWorkersByHand() {
    // Alone, one after the other (twice); both read first, and either writes last (twice).
    let off = Program.counter(workers: 2, iterations: 1, lock: false).search(DPORStrategy())
    #expect(off.classes == 4 && off.outcomes == [.ok: 2, .finding(.lostUpdate): 2])
    let on = Program.counter(workers: 2, iterations: 1, lock: true).search(DPORStrategy())
    #expect(on.classes == 2 && on.outcomes == [.ok: 2])
  }
}
