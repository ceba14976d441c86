/// What a spawned child can find by its name: a ``Target``, or a ``Process`` type of one's own.
public protocol Spawnable: Sendable {
  /// The name under which parent and child know it; unique in the program.
  var spawnName: String { get }
}
