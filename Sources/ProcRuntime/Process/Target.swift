/// A function that a process or thread can run (`target=`), with the name under which a spawned
/// child finds it. Its arguments are passed to a spawned child as bytes.
public struct Target<each Argument: Codable>: Spawnable, Runnable {
  /// The name, unique in the program.
  public let spawnName: String
  private let body: @Sendable (repeat each Argument) throws -> Void

  /// A function and its name.
  public init(_ name: String, _ body: @escaping @Sendable (repeat each Argument) throws -> Void) {
    spawnName = name
    self.body = body
  }

  /// Calls it.
  package func callAsFunction(_ arguments: repeat each Argument) throws {
    try body(repeat each arguments)
  }

  package func run(pickled arguments: [UInt8]) throws {
    var reader = PickleReader(arguments)
    try body(repeat try reader.next((each Argument).self))
  }
}

/// A target with its arguments.
struct BoundTarget {
  /// The target's name.
  let name: String
  /// Calls the target.
  let call: () throws -> Void
  /// The arguments as bytes.
  let pickle: () throws -> [UInt8]

  /// A target and the arguments that it will be called with.
  init<each A: Codable>(_ target: Target<repeat each A>, _ arguments: repeat each A) {
    name = target.spawnName
    call = { try target(repeat each arguments) }
    pickle = {
      var writer = PickleWriter()
      repeat try writer.append(each arguments)
      return writer.bytes
    }
  }

  /// A target whose arguments came as bytes.
  init(_ target: any Runnable, pickled arguments: [UInt8]) {
    name = target.spawnName
    call = { try target.run(pickled: arguments) }
    pickle = { arguments }
  }
}
