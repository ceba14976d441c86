import Glibc
import ProcModel

/// Does once in a server of runs what else each process of each run would do for the first time:
/// Swift works out at run time what generic types look like, and a fork inherits what is known.
/// Nothing here leaves anything behind that a process could notice.
enum WarmUp {
  static func perform() {
    _ = TaskStatus.look(up: UInt32(bitPattern: getpid()))
    AtEnd.perform(.executors)
    _ = Thread.notDaemons
    _ = try? SpawnRegistry.find("")
    _ = try? Pipe()
    _ = try? withUnsafeBytes(of: UInt8(1)) { _ in try pickle(0) }
    Output.rehearse()
    withUnsafeTemporaryAllocation(byteCount: RecordCodec.longestRecord, alignment: 8) { buffer in
      _ = RecordCodec.encode(ProcModel.Event(.note, text: label(of: 0)), into: buffer)
    }
  }
}
