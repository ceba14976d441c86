/// Descriptors that a spawned child must get because its arguments speak of them: collected while
/// the arguments are encoded, by the thread that starts the child.
enum SpawnLuggage {
  /// Does something that encodes arguments.
  ///
  /// - Returns: what it returned, and the descriptors that it spoke of.
  /// - Throws: what it throws.
  static func collect<R>(_ body: () throws -> R) rethrows -> (R, [Int32]) {
    let lane = Lane.current
    lane.pointee.luggage = []
    defer { lane.pointee.luggage = nil }
    let result = try body()
    return (result, lane.pointee.luggage ?? [])
  }

  /// Adds a descriptor.
  ///
  /// - Throws: ``PipeError/notAnArgument`` where no arguments of a process are being encoded.
  static func add(_ descriptor: Int32) throws {
    let lane = Lane.current
    guard lane.pointee.luggage != nil else { throw PipeError.notAnArgument }
    lane.pointee.luggage?.append(descriptor)
  }
}
