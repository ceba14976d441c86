import CProcSupport
import Glibc
import ProcModel
import Synchronization

/// A thread (`threading.Thread`): it shares all memory with the other threads of its process.
open class Thread {
  /// Its state; the word that its starter and its joiners sleep on.
  enum Stage {
    static let created: UInt32 = 0
    static let announced: UInt32 = 1
    static let running: UInt32 = 2
    static let ended: UInt32 = 3
  }

  /// What is known about a thread.
  struct State {
    var name: String
    var isDaemon: Bool
    var id = ObjectID.none
    var kernelID: Int32?
  }

  /// What ``run()`` calls, unless it is overridden.
  private var target: BoundTarget?
  let state: GuardedBox<State>
  let stage: UnsafeMutablePointer<Atomic<UInt32>>

  /// A thread that will run a target (`Thread(target=…, args=…)`).
  ///
  /// - Parameters:
  ///   - name: nil: `Thread-1`, `Thread-2`, …
  ///   - daemon: whether the process ends without waiting for it; nil: as the calling thread is.
  public convenience init<each A: Codable & Sendable>(
    target: Target<repeat each A>, args: repeat each A, name: String? = nil, daemon: Bool? = nil
  ) {
    // Not a designated initializer: Swift 6.3.1 crashes where a subclass inherits one with a pack.
    self.init(name: name, daemon: daemon)
    self.target = BoundTarget(target, repeat each args)
  }

  /// A thread whose type overrides ``run()``.
  ///
  /// - Parameters:
  ///   - name: nil: `Thread-1`, `Thread-2`, …
  ///   - daemon: whether the process ends without waiting for it; nil: as the calling thread is.
  public init(name: String? = nil, daemon: Bool? = nil) {
    state = GuardedBox(Self.newState(name, daemon))
    stage = Self.newStage()
  }

  deinit {
    stage.deinitialize(count: 1)
    stage.deallocate()
  }

  /// What the thread does (`run`): calls the target. An error ends the thread, and is reported.
  ///
  /// - Throws: what the target throws.
  open func run() throws { try target?.call() }

  /// Its name (`name`).
  public var name: String {
    get { state.withValue { $0.name } }
    set { state.withValue { $0.name = newValue } }
  }

  /// Whether the process ends without waiting for it (`daemon`). It must be set before the start;
  /// setting it later is a programming error and ends the process.
  public var daemon: Bool {
    get { state.withValue { $0.isDaemon } }
    set {
      precondition(
        stage.pointee.load(ordering: .acquiring) == Stage.created,
        "cannot set daemon status of active thread")
      state.withValue { $0.isDaemon = newValue }
    }
  }

  /// Its id (`ident`); nil before its start. Here it is the same as ``nativeID``.
  public var ident: Int32? { nativeID }

  /// Its id in the kernel (`native_id`); nil before its start.
  public var nativeID: Int32? { state.withValue { $0.kernelID } }

  private static let lastNumber = Atomic<Int>(0)

  private static func newState(_ name: String?, _ daemon: Bool?) -> State {
    let inherited = currentThread()?.daemon ?? false
    return State(
      name: name ?? "Thread-\(lastNumber.wrappingAdd(1, ordering: .relaxed).newValue)",
      isDaemon: daemon ?? inherited)
  }

  private static func newStage() -> UnsafeMutablePointer<Atomic<UInt32>> {
    let stage = UnsafeMutablePointer<Atomic<UInt32>>.allocate(capacity: 1)
    stage.initialize(to: Atomic(Stage.created))
    return stage
  }
}

/// The thread object of the calling thread (`threading.current_thread`); nil on a main thread.
public func currentThread() -> Thread? { Lane.current.pointee.thread?.takeUnretainedValue() }
