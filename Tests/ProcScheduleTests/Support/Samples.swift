import ProcModel
import ProcSchedule

extension Program {
  /// The tutorial's `counter`: workers add one to a shared value, so many times each.
  static func counter(workers: Int, iterations: Int, lock: Bool) -> Program {
    let add: [Instruction] =
      lock ? [.lock(0, .endless), .read(0), .write(0), .unlock(0)] : [.read(0), .write(0)]
    let worker = Array(repeating: add, count: iterations).flatMap { $0 }
    let all = 1...workers
    return Program(
      lanes: [all.map { .start($0) } + all.map { .join($0, .endless) }]
        + all.map { _ in worker })
  }

  /// Two locks, two orders.
  static let crossing = Program(lanes: [
    [.start(1), .start(2), .join(1, .endless), .join(2, .endless)],
    [.note, .lock(0, .endless), .read(0), .lock(1, .endless), .unlock(1), .unlock(0)],
    [.lock(1, .endless), .read(1), .lock(0, .endless), .unlock(0), .unlock(1), .note],
  ])

  /// The waiter forgets what it was told before it waits: a lost wake-up.
  static let lostWakeUp = Program(lanes: [
    [.start(1), .start(2), .join(1, .endless), .join(2, .endless)],
    [.read(0), .note, .clear(0), .note, .wait(0, .endless), .read(0)],
    [.note, .read(0), .write(0), .note, .note, .note, .set(0), .note],
  ])

  /// Somebody asks again and again whether the lock is free.
  static let spinning = Program(lanes: [
    [.start(1), .lock(0, .endless), .note, .write(0), .unlock(0), .isAlive(1), .untilSo],
    [.lock(0, .none), .untilSo, .read(0), .unlock(0)],
  ])
}
