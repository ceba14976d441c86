import Glibc
package import ProcModel

/// A process of the program's own (`multiprocessing.Process`): a target that it runs, or a subclass
/// that overrides ``run()``.
///
/// Under spawn, a subclass is passed as what its `encode(to:)` writes, and must be registered as a
/// ``ProcessType``. A process object belongs to the process that created it, and must not be used
/// by several threads at the same time.
open class Process: Codable {
  /// What ``run()`` calls, unless it is overridden.
  var target: BoundTarget?
  /// Descriptors of this process that stay open, under the same numbers, in a spawned child; a forked
  /// child has all of them anyway.
  var inheritedDescriptors: [Int32] = []
  let state: GuardedBox<ProcessState>

  /// A process that will run a target (`Process(target=…, args=…)`).
  ///
  /// - Parameters:
  ///   - name: nil: the type's name and a number: `Process-1`, `Process-2`, … and
  ///     `Process-1:1` for a child's children.
  ///   - daemon: whether it is terminated when its parent ends; nil: as its parent is.
  public convenience init<each A: Codable>(
    target: Target<repeat each A>, args: repeat each A, name: String? = nil, daemon: Bool? = nil
  ) {
    // Not a designated initializer: Swift 6.3.1 crashes where a subclass inherits one with a pack.
    self.init(name: name, daemon: daemon)
    self.target = BoundTarget(target, repeat each args)
  }

  /// A process whose type overrides ``run()``.
  ///
  /// - Parameters:
  ///   - name: nil: the type's name and a number: `Process-1`, `Process-2`, … and
  ///     `Process-1:1` for a child's children.
  ///   - daemon: whether it is terminated when its parent ends; nil: as its parent is.
  public init(name: String? = nil, daemon: Bool? = nil) {
    state = GuardedBox(Self.newState(name: name, daemon: daemon))
  }

  /// The process that is running already, under this name.
  init(main name: String, pid: Int32 = Runtime.pid) {
    state = GuardedBox(
      ProcessState(
        name: name, isDaemon: false, identity: [], creator: 0,
        id: ObjectID(creator: pid, number: 0), pid: pid))
  }

  /// The process that another process has made, in that process itself.
  init(restored: ProcessState) { state = GuardedBox(restored) }

  /// Part of rebuilding a subclass in a spawned child: name, daemon and pid are there afterwards.
  ///
  /// - Throws: what a subclass's decoding throws.
  public required init(from decoder: any Decoder) throws { state = currentProcess().state }

  /// Writes what a subclass needs in a spawned child; its name, daemon flag and pid are passed
  /// anyway.
  ///
  /// - Throws: what a subclass's encoding throws.
  open func encode(to encoder: any Encoder) throws {}

  /// What the process does (`run`): calls the target. An error ends the process with exit code 1,
  /// ``SystemExit`` with its own.
  ///
  /// - Throws: what the target throws.
  open func run() throws { try target?.call() }

  private static func newState(name: String?, daemon: Bool?) -> ProcessState {
    let identity = ProcessTable.nextIdentity()
    return ProcessState(
      name: name ?? ProcessState.defaultName(self, identity),
      isDaemon: daemon ?? currentProcess().daemon,
      identity: identity, creator: Runtime.pid)
  }

  /// Its name (`name`), which is only for people.
  public var name: String {
    get { state.withValue { $0.name } }
    set { state.withValue { $0.name = newValue } }
  }

  /// Whether it is terminated when its parent ends (`daemon`). It must be set before the start;
  /// setting it later is a programming error and ends the process.
  public var daemon: Bool {
    get { state.withValue { $0.isDaemon } }
    set {
      state.withValue { state in
        precondition(state.pid == nil, "process has already started")
        state.isDaemon = newValue
      }
    }
  }

  /// Its process id (`pid`); nil before its start.
  public var pid: Int32? { state.withValue { $0.pid } }

  /// The same as ``pid`` (`ident`).
  public var ident: Int32? { pid }

  /// How it ended (`exitcode`): its exit code, or −N if signal N ended it; nil before its start and
  /// while it runs.
  public var exitCode: Int32? {
    _ = reapInPassing()
    return state.withValue { $0.exitCode }
  }

  /// Its place in the tree of processes.
  var identity: [Int] { state.withValue { $0.identity } }

  /// Its identity in the trace.
  package var id: ObjectID { state.withValue { $0.id } }
}
