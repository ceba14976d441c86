import ProcModel
import ProcSchedule

/// A program of a few processes in a language that has what schedules are about, and no more.
struct Program: Sendable, CustomStringConvertible {
  /// What each process does: the main process, then the others, each started by one `start`.
  var lanes: [[Instruction]]
  /// What each semaphore counts at first.
  var semaphores: [Int] = [0, 1, 2]
  /// How many items each queue can hold.
  var capacities: [Int?] = [nil, 1, 2]

  var description: String {
    lanes.enumerated().map { "\($0): " + $1.map { "\($0)" }.joined(separator: " ") }
      .joined(separator: "\n")
  }
}

/// What becomes of an instruction that cannot happen at once.
typealias Blocking = PendingOperation.Blocking

enum Instruction: Sendable, Hashable {
  case read(Int)
  /// Writes one more than was read last.
  case write(Int)
  case lock(Int, Blocking)
  case unlock(Int)
  case down(Int, Blocking)
  case up(Int)
  case put(Int, Blocking)
  case get(Int, Blocking)
  case size(Int)
  case set(Int)
  case clear(Int)
  case wait(Int, Blocking)
  case isSet(Int)
  case start(Int)
  case join(Int, Blocking)
  case isAlive(Int)
  case kill(Int)
  case note
  /// Not an operation: leaves out the next if the last has failed.
  case ifSo
  /// Not an operation: goes back to the one before if that has failed.
  case untilSo
}

extension Instruction {
  var blocking: Blocking {
    switch self {
    case .lock(_, let blocking), .down(_, let blocking), .put(_, let blocking),
      .get(_, let blocking), .wait(_, let blocking), .join(_, let blocking):
      blocking
    case .size, .isSet, .isAlive: .nonblocking
    default: .indefinite
    }
  }

  var kind: EventKind {
    switch self {
    case .read: .valueRead
    case .write: .valueWrite
    case .lock: .lockAcquire
    case .unlock: .lockRelease
    case .down: .semaphoreAcquire
    case .up: .semaphoreRelease
    case .put: .queuePut
    case .get: .queueGet
    case .size: .queuePoll
    case .set: .eventSet
    case .clear: .eventClear
    case .wait: .eventWake
    case .isSet: .eventPoll
    case .start: .processStart
    case .join: .joinDone
    case .isAlive: .poll
    case .kill: .processSignal
    case .note, .ifSo, .untilSo: .note
    }
  }

  var object: StableObject {
    switch self {
    case .read(let n), .write(let n): .named(10 + n)
    case .lock(let n, _), .unlock(let n): .named(20 + n)
    case .down(let n, _), .up(let n): .named(30 + n)
    case .put(let n, _), .get(let n, _), .size(let n): .named(40 + n)
    case .set(let n), .clear(let n), .wait(let n, _), .isSet(let n): .named(50 + n)
    case .start(let n), .join(let n, _), .isAlive(let n), .kill(let n): .named(60 + n)
    case .note, .ifSo, .untilSo: .none
    }
  }
}

extension StableObject {
  static func named(_ number: Int) -> StableObject {
    StableObject(creator: .main, number: UInt32(number))
  }
}
