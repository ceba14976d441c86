/// A ``Process`` subclass that a spawned child can find and rebuild.
public struct ProcessType: Spawnable {
  /// The full name of the type.
  public let spawnName: String
  /// Rebuilds a process of the type of what its `encode(to:)` wrote.
  let rebuild: @Sendable ([UInt8]) throws -> Process

  /// A type of the program.
  public init<P: Process>(_ type: P.Type) {
    spawnName = Self.name(of: type)
    rebuild = { try unpickle(P.self, from: $0) }
  }

  /// The name under which a type is found.
  ///
  /// For a private type Swift puts an address into the name, `Module.(unknown context at $5618).Type`,
  /// which is another one in every process: it is left out.
  static func name(of type: Process.Type) -> String {
    String(reflecting: type).split(separator: ".")
      .filter { !$0.hasPrefix("(unknown context") }.joined(separator: ".")
  }
}
