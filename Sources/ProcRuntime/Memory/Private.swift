import ProcModel

/// A variable in each process's own memory that the viewer can see: a plain Python variable.
///
/// A child made by fork begins with a copy of its parent's, one made by spawn with the initial
/// value; from then on, each has its own. Threads of one process share it.
public final class Private<T>: Sendable {
  /// What a process knows of its copy.
  private struct Copy {
    var value: T
    /// Its identity in the trace, and the process for which it is valid.
    var id = ObjectID.none
    var pid: Int32 = 0
  }

  /// Its name.
  public let name: String
  private let storage: GuardedBox<Copy>

  /// A variable with an initial value.
  ///
  /// - Parameter name: its name in the viewer.
  public init(_ initial: T, name: String) {
    self.name = name
    storage = GuardedBox(Copy(value: initial))
  }

  /// Reads it. The first time, the viewer learns of this process's copy.
  public func get() -> T {
    if Tracer.isOn, storage.withValue({ $0.pid }) != Runtime.pid { mutate { _ in } }
    return storage.withValue { $0.value }
  }

  /// Sets it.
  public func set(_ value: T) { mutate { $0 = value } }

  /// Changes it in place, as one operation (`list.append`).
  ///
  /// - Throws: what `body` throws.
  @discardableResult
  public func mutate<R>(_ body: (inout T) throws -> R) rethrows -> R {
    Gate.pass(.memory)
    return try storage.withValue { copy in
      let result = try body(&copy.value)
      if Tracer.isOn { report(&copy) }
      return result
    }
  }

  /// Reports the value; before the first report, introduces this process's copy.
  private func report(_ copy: inout Copy) {
    if copy.pid != Runtime.pid {
      copy.pid = Runtime.pid
      copy.id = Runtime.nextObjectID()
      Tracer.emit(
        .objectDefine, object: copy.id, value: ObjectKind.variable.rawValue, text: name)
    }
    Tracer.emit(.memory, object: copy.id, text: String(describing: copy.value))
  }
}
