import Glibc
import ProcModel

/// How every process of a program ends (CPython's `_exit_function`).
enum ProcessEnd {
  /// Runs the whole of a process, and the steps at its end.
  ///
  /// - Returns: its exit code.
  static func run(_ body: () throws -> Void) -> Int32 {
    let code = exitCode(of: body)
    AtEnd.perform(.executors)
    finishThreads()
    AtEnd.perform(.managers)
    finishChildren()
    return code & 0xFF
  }

  /// Reports the end, and exits without the parent's `atexit` handlers, as CPython's children do.
  static func exit(_ code: Int32) -> Never {
    report(code)
    _exit(code)
  }

  /// Reports the end; nothing must be reported after this.
  static func report(_ code: Int32) {
    let id = currentProcess().id
    Gate.pass(.processExit, id)
    PipeEnd.closeAll()
    Tracer.emit(.processExit, object: id, value: Int64(code))
    Tracer.end()
    Lane.end()
    fflush(nil)
  }

  private static func exitCode(of body: () throws -> Void) -> Int32 {
    do {
      try body()
      return 0
    } catch let exit as SystemExit {
      return exit.code
    } catch {
      report(error, of: "Process \(currentProcess().name)", id: currentProcess().id)
      return 1
    }
  }

  /// Reports an error that was not caught, and prints it on standard error.
  static func report(_ error: any Error, of what: String, id: ObjectID) {
    let type = String(describing: Swift.type(of: error))
    let message = String(describing: error)
    Tracer.emit(.processError, object: id, text: message, detail: type)
    let sentence = "\(what):\n\(type): \(message)\n"
    if Tracer.isOn {
      Output.report(sentence, stream: 2)
    } else {
      writeText(sentence, to: STDERR_FILENO)
    }
  }

  /// Waits for the threads that are not daemons (`threading._shutdown`).
  private static func finishThreads() {
    for thread in Thread.toFinish { _ = try? thread.join() }
  }

  /// Terminates the children that are daemons, and waits for all.
  private static func finishChildren() {
    for child in childrenToFinish where child.daemon { try? child.terminate() }
    for child in childrenToFinish { _ = try? child.join() }
  }

  /// The children to be waited for: those that run. Where the gates are closed, it is not looked which
  /// of them do: to join one that has ended is one step, too, and then a process makes the same steps
  /// at its end however far its children have come.
  private static var childrenToFinish: [Process] {
    Gate.isClosed ? ProcessTable.children : activeChildren()
  }
}
