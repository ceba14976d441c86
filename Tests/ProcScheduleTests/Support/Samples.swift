import ProcModel
import ProcSchedule

extension Program {
  /// The tutorial's `counter`: workers add one to a shared value, so many times each.
  static func counter(workers: Int, iterations: Int, lock: Bool) -> Program {
    let add: [Instruction] =
      lock ? [.lock(0, .indefinite), .read(0), .write(0), .unlock(0)] : [.read(0), .write(0)]
    let worker = Array(repeating: add, count: iterations).flatMap { $0 }
    let all = 1...workers
    return Program(
      lanes: [all.map { .start($0) } + all.map { .join($0, .indefinite) }]
        + all.map { _ in worker })
  }

  /// Two locks, two orders.
  static let crossing = Program(lanes: [
    [.start(1), .start(2), .join(1, .indefinite), .join(2, .indefinite)],
    [.note, .lock(0, .indefinite), .read(0), .lock(1, .indefinite), .unlock(1), .unlock(0)],
    [.lock(1, .indefinite), .read(1), .lock(0, .indefinite), .unlock(0), .unlock(1), .note],
  ])

  /// The waiter forgets what it was told before it waits: a lost wake-up.
  static let lostWakeUp = Program(lanes: [
    [.start(1), .start(2), .join(1, .indefinite), .join(2, .indefinite)],
    [.read(0), .note, .clear(0), .note, .wait(0, .indefinite), .read(0)],
    [.note, .read(0), .write(0), .note, .note, .note, .set(0), .note],
  ])

  /// A lane polls again and again whether the lock is free.
  static let spinning = Program(lanes: [
    [.start(1), .lock(0, .indefinite), .note, .write(0), .unlock(0), .isAlive(1), .untilSo],
    [.lock(0, .nonblocking), .untilSo, .read(0), .unlock(0)],
  ])
}
