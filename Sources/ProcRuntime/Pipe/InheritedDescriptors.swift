/// Descriptors that a spawned child must get because its arguments refer to them: collected while
/// the arguments are encoded, by the thread that starts the child.
enum InheritedDescriptors {
  /// Does something that encodes arguments.
  ///
  /// - Returns: what it returned, and the descriptors that it refers to.
  /// - Throws: what it throws.
  static func collect<R>(_ body: () throws -> R) rethrows -> (R, [Int32]) {
    let lane = Lane.current
    lane.pointee.inheritedDescriptors = []
    defer { lane.pointee.inheritedDescriptors = nil }
    let result = try body()
    return (result, lane.pointee.inheritedDescriptors ?? [])
  }

  /// Adds a descriptor.
  ///
  /// - Throws: ``PipeError/notAnArgument`` if no arguments of a process are being encoded.
  static func add(_ descriptor: Int32) throws {
    let lane = Lane.current
    guard lane.pointee.inheritedDescriptors != nil else { throw PipeError.notAnArgument }
    lane.pointee.inheritedDescriptors?.append(descriptor)
  }
}
