/// A process or thread cannot be used in this way.
public enum ProcessError: Error, CustomStringConvertible, Sendable, Hashable {
  /// It can be started only once.
  case alreadyStarted
  /// It has not been started.
  case notStarted(String)
  /// Only the process that made it may do this.
  case notCreator(String)
  /// A daemonic process may not have children.
  case daemonicChildren
  /// It was closed.
  case closed
  /// It cannot be closed while it runs.
  case stillRunning
  /// A fork copies only the calling thread, so it is refused while others run.
  case threadsRunning(Int)
  /// A spawned child would not find it by its name.
  case notSpawnable(String)
  /// A thread cannot wait for its own end.
  case joinsItself

  /// A sentence; CPython's where it has one.
  public var description: String {
    switch self {
    case .alreadyStarted: "cannot start a process twice"
    case .notStarted(let what): "can only \(what) a started process"
    case .notCreator(let what): "can only \(what) a child process"
    case .daemonicChildren: "daemonic processes are not allowed to have children"
    case .closed: "process object is closed"
    case .stillRunning:
      "Cannot close a process while it is still running. You should first call join() or terminate()."
    case .threadsRunning(let count):
      "cannot fork while \(count) other thread(s) of this process run: a fork copies only the one that forks; wait for them, or use spawn"
    case .notSpawnable(let name):
      "'\(name)' is not registered: a spawned child finds its target by name among those given to Program.run(spawnable:)"
    case .joinsItself: "cannot join current thread"
    }
  }
}

/// Ends a process with an exit code when it is thrown (`SystemExit`, `sys.exit`).
public struct SystemExit: Error, Sendable, Hashable {
  /// The exit code; its low 8 bits count.
  public let code: Int32

  /// The end with this exit code.
  public init(_ code: Int32 = 0) { self.code = code }
}
