package import ProcModel

/// An operation that may have to wait. Every blocking operation of the runtime goes through
/// ``perform(_:reportWait:park:)``, so that all of them treat gates, timeouts and reports alike.
package struct BlockingOperation {
  /// What it reports when it has happened.
  package let kind: EventKind
  /// What it is about.
  package let object: ObjectID
  /// When it gives up.
  package let deadline: Deadline

  /// An operation.
  package init(_ kind: EventKind, on object: ObjectID, until deadline: Deadline) {
    self.kind = kind
    self.object = object
    self.deadline = deadline
  }

  /// Passes the gate and tries, until it works or the deadline has passed. It passes the gate again
  /// before every further try, so nothing moves without the viewer that holds the lane.
  ///
  /// While the lane is held, the viewer decides how long it waits: it never parks, but goes back to
  /// its gate. If the operation has a timeout and still cannot happen when the lane is let go, it
  /// has timed out.
  ///
  /// - Parameters:
  ///   - attempt: does the operation, or returns nil if it cannot be done yet.
  ///   - reportWait: reports that it has to wait: once, and again whenever it was held in between,
  ///     so that a viewer that let it go too early sees it wait.
  ///   - park: waits until it is worth trying again, or until the deadline.
  /// - Returns: what `attempt` returned, or nil if the deadline has passed.
  package func perform<Result>(
    _ attempt: () throws -> Result?, reportWait: () -> Void, park: () throws -> Void
  ) throws -> Result? {
    var mustReport = true
    while true {
      let isHeld = Gate.pass(kind, object, blocking: deadline.blocking)
      if isHeld { mustReport = true }
      if let result = try attempt() { return result }
      if isHeld ? deadline.blocking != .indefinite : deadline.hasPassed { return nil }
      if mustReport { reportWait() }
      mustReport = false
      if !isHeld { try park() }
    }
  }
}
