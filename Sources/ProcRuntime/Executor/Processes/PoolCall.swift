import ProcModel

/// A call on its way to a worker.
struct PoolCall {
  /// The task's serial number in its pool.
  let serial: UInt64
  /// What the viewer shows; empty in an untraced run.
  let text: String
  /// The name of the function.
  let function: String
  private let arguments: PickleReader

  /// The bytes of a call, up to its arguments.
  static func head(serial: UInt64, text: String, function: String) throws -> [UInt8] {
    var writer = PickleWriter()
    try writer.append(serial)
    try writer.append(text)
    try writer.append(function)
    return writer.bytes
  }

  init(_ bytes: [UInt8]) throws {
    var reader = PickleReader(bytes)
    serial = try reader.next(UInt64.self)
    text = try reader.next(String.self)
    function = try reader.next(String.self)
    arguments = reader
  }

  /// Calls the function in this process.
  func perform() -> PoolResult {
    var arguments = arguments
    var result = PickleWriter()
    do {
      guard let known = try SpawnRegistry.find(function) as? any PooledFunction else {
        throw ExecutorError.unknownFunction(name: function)
      }
      try known.call(&arguments, into: &result)
      return .returned(result.bytes)
    } catch {
      return .threw(RemoteError(error))
    }
  }
}

/// The result of a call, on its way back.
enum PoolResult {
  /// It returned this, pickled.
  case returned([UInt8])
  case threw(RemoteError)

  /// The outcome as events say it.
  var text: String {
    switch self {
    case .returned: TaskEnding.returned.text
    case .threw(let error): TaskEnding.failed("\(error)").text
    }
  }

  /// A byte that says which, and the rest.
  var encoded: [UInt8] {
    get throws {
      switch self {
      case .returned(let bytes): [0] + bytes
      case .threw(let error): [1] + (try pickle(error))
      }
    }
  }

  /// The outcome that a worker has sent.
  static func outcome(_ bytes: [UInt8]) -> TaskOutcome {
    guard bytes.first == 0 else {
      do { return .failed(try unpickle(RemoteError.self, from: Array(bytes.dropFirst()))) } catch {
        return .failed(error)
      }
    }
    return .pickled(Array(bytes.dropFirst()))
  }
}
