/// What a spawned child can find by its name: a ``Target``, or a ``Process`` type of the program.
public protocol Spawnable: Sendable {
  /// The name under which parent and child know it; unique in the program.
  var spawnName: String { get }
}

/// Something that a process can run, given arguments that came as bytes.
package protocol Runnable: Spawnable {
  /// Runs it with the arguments that a ``PickleWriter`` wrote, one after the other.
  func run(pickled arguments: [UInt8]) throws
}

/// What this program's spawned children can find, by name.
package enum SpawnRegistry {
  private static let known = GuardedBox<[String: any Spawnable]>([:])

  /// Registers what the program named, and what the runtime itself needs.
  static func register(_ spawnables: [any Spawnable]) {
    known.withValue { known in
      for spawnable in spawnables + builtInSpawnables {
        if known.updateValue(spawnable, forKey: spawnable.spawnName) != nil {
          Runtime.abort("two spawnable things are called '\(spawnable.spawnName)'")
        }
      }
    }
  }

  /// What is registered under a name.
  ///
  /// - Throws: ``ProcessError/notSpawnable(_:)``.
  package static func find(_ name: String) throws -> any Spawnable {
    guard let found = known.withValue({ $0[name] }) else { throw ProcessError.notSpawnable(name) }
    return found
  }
}
