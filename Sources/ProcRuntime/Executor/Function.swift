/// A function with a name, by which a pool's workers find it: a ``Target`` that returns something.
///
///     let square = Function("square") { (n: Int) in n * n }
///     Program.run(spawnable: [square]) {
///       try withExecutor(ProcessPoolExecutor(maxWorkers: 5)) { pool in
///         print(try pool.submit(square, 7).result())
///       }
///     }
public struct Function<each Argument: Codable & Sendable, Result: Codable & Sendable>: Spawnable {
  /// Its name; unique in the program.
  public let spawnName: String
  let body: @Sendable (repeat each Argument) throws -> Result

  /// A function.
  ///
  /// - Parameters:
  ///   - name: its name; unique in the program, and what the viewer shows.
  ///   - body: what it does.
  public init(_ name: String, _ body: @escaping @Sendable (repeat each Argument) throws -> Result) {
    spawnName = name
    self.body = body
  }

  /// Calls it, in this process.
  ///
  /// - Throws: what it throws.
  public func callAsFunction(_ arguments: repeat each Argument) throws -> Result {
    try body(repeat each arguments)
  }

  /// A call of it as the viewer shows it: `square(7)`.
  func text(_ arguments: repeat each Argument) -> String {
    var texts: [String] = []
    for argument in repeat each arguments { texts.append(label(of: argument)) }
    return "\(spawnName)(\(texts.joined(separator: ", ")))"
  }
}

/// A function as a worker sees it, without its types.
protocol PooledFunction: Spawnable {
  /// Reads the arguments, calls the function, and writes its result.
  func call(_ arguments: inout PickleReader, into result: inout PickleWriter) throws
}

extension Function: PooledFunction {
  func call(_ arguments: inout PickleReader, into result: inout PickleWriter) throws {
    try result.append(body(repeat arguments.next((each Argument).self)))
  }
}
