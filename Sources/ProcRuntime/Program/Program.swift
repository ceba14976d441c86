import Glibc
import ProcModel

/// A program that consists of several processes.
public enum Program {
  /// Runs the program. The program must call this before it does anything else: every spawned child
  /// is a new start of the program, and is recognised here.
  ///
  /// At the end of `main`, threads and children that are not daemons are waited for, and daemons
  /// are terminated, as in CPython. An error that `main` throws is reported, and ends the program
  /// with exit code 1; ``SystemExit`` ends it with its own.
  ///
  /// - Parameters:
  ///   - spawnable: the targets and process types that a spawned child must be able to find.
  ///   - main: what the main process does (`if __name__ == "__main__":`).
  public static func run(spawnable: [any Spawnable], main: () throws -> Void) -> Never {
    SpawnRegistry.register(spawnable)
    // As CPython does: a write without a reader is an error and does not end the process.
    signal(SIGPIPE, SIG_IGN)
    ChildProcess.runIfSpawned()
    let isHosted = Host.runIfAsked()
    if Tracer.open() { Gate.open() }
    SharedHeap.open()
    let code = runMain(main)
    ProcessEnd.report(code)
    // Under a host, the `atexit` handlers are the host's.
    if isHosted { _exit(code) }
    exit(code)
  }

  private static func runMain(_ main: () throws -> Void) -> Int32 {
    let process = currentProcess()
    Lane.begin(object: process.id)
    Tracer.emit(
      .processBegin, object: process.id, value: -1, extra: UInt64(getppid()), text: process.name)
    return ProcessEnd.run(main)
  }
}
