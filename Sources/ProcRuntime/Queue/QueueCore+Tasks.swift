import ProcModel
import Synchronization

// Polling a queue, and counting its unfinished tasks.
extension QueueCore {
  /// How many items are in it, as an operation of its own.
  ///
  /// - Parameter what: its name: `qsize`, `empty`, `full`.
  func look(_ what: String) -> Int {
    Gate.pass(.queuePoll, object.id)
    return locked {
      let count = ring.positions.count
      Tracer.emit(.queuePoll, object: object.id, value: Int64(count), text: what)
      return Int(count)
    }
  }

  /// Says that an item has been processed.
  ///
  /// - Throws: ``QueueError/taskDoneTooOften(_:)``.
  func taskDone() throws {
    Gate.pass(.queueTaskDone, object.id)
    let wakes: Bool? = locked {
      var next = ring.positions
      guard next.unfinished > 0 else { return nil }
      next.unfinished -= 1
      Tracer.emit(.queueTaskDone, object: object.id, value: Int64(next.unfinished))
      ring.commit(next)
      guard next.unfinished == 0 else { return false }
      finishes.pointee.wrappingAdd(1, ordering: .sequentiallyConsistent)
      return joiners.pointee.load(ordering: .sequentiallyConsistent) > 0
    }
    guard let wakes else { throw QueueError.taskDoneTooOften(object.name) }
    if wakes { Futex.wake(finishes) }
  }

  /// Waits until all items have been processed.
  func join() throws {
    _ = try wait(.queueJoinDone, .queueJoinWait, nil, until: .never) { ticket -> Void? in
      locked {
        let unfinished = ring.positions.unfinished
        if unfinished == 0 { return Tracer.emit(.queueJoinDone, object: object.id) }
        ticket = Ticket(
          word: finishes, sleepers: joiners, value: finishes.pointee.load(ordering: .relaxed),
          count: unfinished)
        return nil
      }
    }
  }

  /// Waits until there is an item, or no process can put one any more.
  ///
  /// - Returns: false if there was neither in time.
  func waitForItem(until deadline: Deadline, unless isOver: @escaping EndCheck) throws -> Bool {
    let found: Void? = try wait(
      .queuePoll, .queueGetWait, nil, until: deadline, unless: isOver
    ) { ticket -> Void? in
      locked {
        let count = ring.positions.count
        guard count > 0 || isOver() else {
          ticket = nextPut
          return nil
        }
        return Tracer.emit(.queuePoll, object: object.id, value: Int64(count), text: "poll")
      }
    }
    if found == nil { Tracer.emit(.queuePoll, object: object.id, text: "poll") }
    return found != nil
  }
}
