import ProcModel

/// What is known of an operation that has not happened: its object, not its result.
extension Dependence {
  /// Whether the pending operation of another lane may depend on `step`: yes, unless both only
  /// read, or their objects or elements differ.
  public static func mayBe(
    between step: Step, andPending operation: StableOperation, of lane: LanePath
  )
    -> Bool
  {
    if step.lane == lane { return true }
    return step.accesses.contains { access in
      if lifeAndDeath(access, before: lane) != nil { return true }
      guard access.object == operation.object, overlap(access, operation) else { return false }
      return access.mode != .read || !operation.kind.onlyLooks
    }
  }

  /// Whether `access` may be the reason why a waiting operation cannot happen: it took what the
  /// operation needs, or changed what it waits for. Reading, releasing and ending never are the
  /// reason.
  public static func mayBlock(_ access: Access, _ operation: StableOperation) -> Bool {
    guard access.object == operation.object, overlap(access, operation) else { return false }
    switch access.mode {
    case .write, .ask: return true
    case .acquire: return true
    case .acquireShare: return operation.kind.footprint != .acquiresShare
    case .get: return !operation.kind.putsItem
    case .put: return !operation.kind.getsItem
    case .read, .release, .releaseShare, .start, .begin, .end, .join, .kill: return false
    }
  }

  private static func overlap(_ access: Access, _ operation: StableOperation) -> Bool {
    access.element == operation.element || access.element == Access.everyElement
      || !operation.kind.isOfElements
  }
}
