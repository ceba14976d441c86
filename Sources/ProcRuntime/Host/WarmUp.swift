import Glibc
import ProcModel

/// Does beforehand, once, what many processes would do for the first time: Swift works out at run
/// time what generic types look like, and a fork inherits what is known. Nothing here leaves anything
/// behind that a process could notice.
enum WarmUp {
  /// What every child goes through at its end; done by a process before its first fork.
  static let beforeFork: Void = {
    AtEnd.makeKnown()
    _ = Thread.notDaemons
    PipeEnd.makeKnown()
  }()

  /// What any process of a run may do; done by a server of runs before the first one.
  static func perform() {
    beforeFork
    _ = TaskStatus.look(up: UInt32(bitPattern: getpid()))
    AtEnd.perform(.executors)
    _ = try? SpawnRegistry.find("")
    _ = try? Pipe()
    _ = try? withUnsafeBytes(of: UInt8(1)) { _ in try pickle(0) }
    Output.rehearse()
    withUnsafeTemporaryAllocation(byteCount: RecordCodec.longestRecord, alignment: 8) { buffer in
      _ = RecordCodec.encode(ProcModel.Event(.note, text: label(of: 0)), into: buffer)
    }
  }
}
