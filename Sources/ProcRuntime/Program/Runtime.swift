import Glibc
package import ProcModel
import Synchronization

/// What every process of a program knows about itself.
package enum Runtime {
  private static let cachedPid = Atomic<Int32>(0)
  private static let lastObject = Atomic<UInt32>(0)
  private static let method = Atomic<Int64>(StartMethod.fork.rawValue)

  /// The pid of this process; asked for once, since each event carries it.
  package static var pid: Int32 {
    let known = cachedPid.load(ordering: .relaxed)
    if known != 0 { return known }
    let pid = getpid()
    cachedPid.store(pid, ordering: .relaxed)
    return pid
  }

  /// A new identity for an object that this process makes (docs/protocol.md, rule 4).
  package static func nextObjectID() -> ObjectID {
    ObjectID(creator: pid, number: lastObject.wrappingAdd(1, ordering: .relaxed).newValue)
  }

  /// Forgets what a forked child has copied from its parent but is not true for the child.
  static func becomeChild() {
    cachedPid.store(getpid(), ordering: .relaxed)
    lastObject.store(0, ordering: .relaxed)
  }

  /// How processes are started by default.
  static var startMethod: StartMethod {
    get { StartMethod(rawValue: method.load(ordering: .relaxed)) ?? .fork }
    set { method.store(newValue.rawValue, ordering: .relaxed) }
  }

  /// Ends the process with a sentence on standard error: the runtime itself cannot go on.
  package static func abort(_ sentence: String) -> Never {
    writeLine("ProcRuntime: \(sentence)", to: STDERR_FILENO)
    _exit(1)
  }
}
