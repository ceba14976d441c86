import CProcSupport
import Glibc
import ProcModel
import ProcSystem

/// Start method *spawn*: the child is a new exec of the program. It gets the name of its target and
/// the arguments as bytes, through a pipe, and the shared memory, and nothing else from its parent.
enum StartSpawn {
  /// The variable that tells a program that it is a spawned child: the number of the pipe.
  static let variable = "PROCVIZ_SPAWN"
  /// The kernel's own link to the program, good even where its file was replaced meanwhile.
  private static let link = "/proc/self/exe"
  private static let oneAtATime = GuardedBox(())

  /// Makes the child. It waits for the pipe, which is written when its start has been reported.
  ///
  /// - Returns: the child's pid.
  /// - Throws: ``ProcessError/notSpawnable(_:)``; ``SystemError``; what encoding an argument throws.
  static func start(_ process: Process) throws -> Int32 {
    let (preparation, ends) = try InheritedDescriptors.collect {
      try pickle(SpawnPreparation(process))
    }
    let pipe = try KernelPipe()
    let reader = pipe.reader
    let writer = pipe.writer
    fflush(nil)
    let pid = try oneAtATime.withValue { _ in
      try exec(
        keeping: [reader.number, SharedHeap.descriptor] + process.inheritedDescriptors + ends)
    }
    process.reportStart(.spawn, pid)
    // If the child has already been killed, a join notices it.
    try? preparation.withUnsafeBytes { try writer.writeAll($0) }
    return pid
  }

  /// Starts the program anew, with the arguments that it has been started with.
  ///
  /// - Parameter descriptors: what stays open in it; the first is its pipe.
  private static func exec(keeping descriptors: [Int32]) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // A duplicate of a descriptor under its own number is one that stays open in the child.
    for descriptor in descriptors {
      posix_spawn_file_actions_adddup2(&actions, descriptor, descriptor)
    }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    setenv(variable, String(descriptors[0]), 1)
    defer { unsetenv(variable) }
    let path = access(link, X_OK) == 0 ? link : ProgramStart.executable
    var pid: Int32 = 0
    let result = posix_spawn(
      &pid, path, &actions, nil, proc_arguments(), proc_environment())
    if result != 0 { throw SystemError("posix_spawn", code: result) }
    return pid
  }
}
