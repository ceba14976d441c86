import CProcSupport
import Glibc
import ProcModel

/// Does once, in advance, what every process would do for the first time: Swift builds the metadata
/// of generic types at run time, and a fork inherits it. Nothing here has an effect that a process
/// could notice.
enum WarmUp {
  /// What every child does at its end; done by a process before its first fork.
  static let beforeFork: Void = {
    AtEnd.makeKnown()
    Thread.makeKnown()
    PipeEnd.makeKnown()
  }()

  /// What any process of a run may do; done by a fork server before the first run.
  static func perform() {
    proc_copy_code_at_fork()
    beforeFork
    _ = ProcessTable.parent
    for type in [Value<Int>.self, SharedArray<Int>.self, Value<Double>.self] as [Any.Type] {
      makeKnown(type)
    }
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

  /// Not inlined, so that the metadata of a type is really asked for.
  @inline(never)
  private static func makeKnown(_ type: Any.Type) { withExtendedLifetime(type) {} }
}
