/// The done callbacks of tasks whose outcome has just become known, not called yet.
///
/// A callback may itself wait, put or get. So it is called between two operations of its lane, never
/// inside one: else its events would stand between the gate of that operation and its outcome.
struct DueCallbacks: Sendable {
  private var bodies: [@Sendable () -> Void]

  /// - Parameter bodies: the callbacks, in the order in which they are called.
  init(_ bodies: [@Sendable () -> Void] = []) { self.bodies = bodies }

  static func += (left: inout DueCallbacks, right: DueCallbacks) { left.bodies += right.bodies }

  /// Calls them.
  consuming func callAll() { for body in bodies { body() } }
}
