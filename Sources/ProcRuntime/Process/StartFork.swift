import CProcSupport
import Glibc
import ProcModel
import ProcSystem

/// Start method *fork*: the child is a copy of its parent, with all that is in its memory.
enum StartFork {
  /// Makes the child.
  ///
  /// The child waits until its start is reported, so that a fork that fails reports nothing, and a
  /// parent that is killed in between leaves nothing behind.
  ///
  /// - Returns: the child's pid.
  /// - Throws: ``ProcessError/threadsRunning(_:)``; ``SystemError``.
  static func start(_ process: Process) throws -> Int32 {
    if Thread.running > 0 { throw ProcessError.threadsRunning(Thread.running) }
    let pipe = try KernelPipe()
    WarmUp.beforeFork
    fflush(nil)
    let pid = proc_fork()
    if pid < 0 { throw SystemError("fork") }
    if pid == 0 {
      close(pipe.writer.number)
      beChild(process, announced: pipe.reader.number)
    }
    process.reportStart(.fork, pid)
    // If the child has already been killed, a join notices it.
    try? withUnsafeBytes(of: UInt8(1)) { try pipe.writer.writeAll($0) }
    return pid
  }

  /// The child's life, from the fork to its end.
  private static func beChild(_ process: Process, announced: Int32) -> Never {
    var byte: UInt8 = 0
    var count = 0
    repeat { count = read(announced, &byte, 1) } while count < 0 && errno == EINTR
    if count != 1 { _exit(1) }
    close(announced)
    let parent = ParentProcess(currentProcess().state.withValue { $0 })
    Runtime.becomeChild()
    process.state.withValue { $0.pid = Runtime.pid }
    Lane.replace(object: process.id)
    ChildProcess.run(process, startedBy: parent, method: .fork) { process }
  }
}
