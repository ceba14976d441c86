import CPtySupport
import Glibc

/// A started program that has to be waited for. Its end can be polled for by ``descriptor``.
final class Child {
  let pid: Int32
  /// Becomes readable when the program has ended: pidfd_open(2).
  let descriptor: Int32
  /// How it ended, once that is known.
  private(set) var ending: Ending?

  /// Takes ownership of a process that this process has just started.
  init(pid: Int32) throws {
    self.pid = pid
    descriptor = cpty_pidfd(pid)
    guard descriptor >= 0 else { throw Failure.system("pidfd_open", errno) }
  }

  deinit {
    if ending == nil {
      kill(pid, SIGKILL)
      waitpid(pid, nil, 0)
    }
    close(descriptor)
  }

  /// Learns how the program ended, if it has.
  func reap() {
    var status: Int32 = 0
    guard ending == nil, waitpid(pid, &status, WNOHANG) == pid else { return }
    ending = Ending(exitCode: cpty_exit_code(status))
  }

  /// Sends a signal, unless the program has ended.
  func send(_ signal: Int32) { if ending == nil { kill(pid, signal) } }

  /// Calls `body` with the arrays of C strings that exec wants.
  static func withVectors<R>(
    _ arguments: [String], _ environment: [String: String],
    _ body: (
      UnsafePointer<UnsafeMutablePointer<CChar>?>, UnsafePointer<UnsafeMutablePointer<CChar>?>
    ) -> R
  ) -> R {
    let argv = arguments.map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    return argv.withUnsafeBufferPointer { argv in
      envp.withUnsafeBufferPointer { envp in
        guard let argv = argv.baseAddress, let envp = envp.baseAddress else {
          preconditionFailure()
        }
        return body(argv, envp)
      }
    }
  }
}
