import Glibc
import ProcModel
import ProcSystem
import Synchronization

/// The life of a child process.
enum ChildProcess {
  /// Begins as a child, runs it, and ends.
  ///
  /// - Parameter build: makes the process object to run; what it throws counts as thrown by the
  ///   process.
  static func run(
    _ process: Process, startedBy parent: ParentProcess, method: StartMethod,
    _ build: () throws -> Process
  ) -> Never {
    ProcessTable.become(process, parent: parent)
    useNoStandardInput()
    Gate.pass(.processBegin, process.id)
    Tracer.emit(
      .processBegin, object: process.id, value: method.rawValue,
      extra: UInt64(UInt32(bitPattern: parent.pid ?? 0)), flags: process.daemon ? .daemon : [],
      text: process.name)
    ProcessEnd.exit(
      ProcessEnd.run {
        let built = try build()
        ProcessTable.become(built, parent: parent)
        try built.run()
      })
  }

  /// Becomes the child that a parent has spawned, if this process is one.
  static func runIfSpawned() {
    guard let variable = getenv(StartSpawn.variable), let pipe = Int32(String(cString: variable))
    else { return }
    unsetenv(StartSpawn.variable)
    let bytes = (try? Descriptor(owning: pipe).readAll()) ?? []
    // No data: the parent was killed before it could report the start.
    if bytes.isEmpty { _exit(1) }
    guard let preparation = try? unpickle(SpawnPreparation.self, from: bytes) else {
      Runtime.abort("a spawned child was not told what to do")
    }
    run(preparation)
  }

  private static func run(_ preparation: SpawnPreparation) -> Never {
    SharedHeap.inheritedDescriptor.store(preparation.heap, ordering: .relaxed)
    SharedHeap.open()
    guard Tracer.open() else { _exit(Tracer.exitCodeWithoutViewer) }
    Gate.open()
    Runtime.startMethod = StartMethod(rawValue: preparation.startMethod) ?? .spawn
    let process = Process(restored: preparation.child.state(pid: Runtime.pid))
    Lane.begin(object: process.id)
    let parent = ParentProcess(preparation.parent.state(pid: preparation.parent.pid))
    ProcessTable.become(process, parent: parent)
    run(process, startedBy: parent, method: .spawn) { try preparation.rebuild() }
  }

  /// A child does not read what is typed for the main process, as in CPython.
  private static func useNoStandardInput() {
    let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    dup2(descriptor, STDIN_FILENO)
    if descriptor != STDIN_FILENO { close(descriptor) }
  }
}
