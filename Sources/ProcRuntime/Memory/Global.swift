/// A global variable of a program that a process has never set.
public struct MissingGlobal: Error, CustomStringConvertible, Sendable, Hashable {
  /// The name of the variable.
  public let name: String

  /// What Python says (`NameError`).
  public var description: String { "name '\(name)' is not defined" }
}

/// A global variable that a program sets at run time: a name in its main module.
///
/// A child made by fork has what its parent had set. One made by spawn has nothing of its parent's
/// memory, and finds it missing: the tutorial's reason for passing a queue as an argument.
public final class Global<T>: Sendable {
  /// Its name.
  public let name: String
  private let storage = GuardedBox<T?>(nil)

  /// A variable that is not set yet.
  public init(_ name: String) { self.name = name }

  /// Sets it, in this process.
  public func set(_ value: T) { storage.withValue { $0 = value } }

  /// What this process, or the one that it was forked from, has set.
  ///
  /// - Throws: ``MissingGlobal``.
  public func get() throws -> T {
    guard let value = storage.withValue({ $0 }) else { throw MissingGlobal(name: name) }
    return value
  }
}
