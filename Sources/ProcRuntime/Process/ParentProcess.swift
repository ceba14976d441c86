import Glibc
import ProcModel

/// The parent, as its child sees it: it has a name and can be waited for, but cannot be started or
/// ended.
final class ParentProcess: Process {
  /// The parent with this state, which was running when this process began.
  init(_ state: ProcessState) { super.init(restored: state) }

  /// A parent is not passed to other processes.
  required init(from decoder: any Decoder) throws { throw ProcessError.notSpawnable("parent") }

  /// Whether it has ended: then this process has another parent.
  var hasEnded: Bool { pid != getppid() }

  /// Waits for its end.
  func waitForEnd(_ timeout: Duration?) throws -> Bool {
    let deadline = Deadline(after: timeout)
    if let pid, !hasEnded { try ProcRuntime.waitForEnd(of: pid, until: deadline) }
    return hasEnded
  }
}
