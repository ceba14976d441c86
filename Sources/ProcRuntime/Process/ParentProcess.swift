import Glibc
import ProcModel

/// The parent, as its child sees it: it can be named and waited for, but not be started or ended.
final class ParentProcess: Process {
  private let started: UInt64?

  /// The parent with this state, which was running when this process began.
  init(_ state: ProcessState) {
    started = state.pid.flatMap { Self.startTicks($0) }
    super.init(restored: state)
  }

  /// A parent does not cross to other processes.
  required init(from decoder: any Decoder) throws { throw ProcessError.notSpawnable("parent") }

  /// Whether it has ended. Its pid may have been given to another process since.
  var hasEnded: Bool {
    guard let pid, let started else { return true }
    return Self.startTicks(pid) != started
  }

  /// Waits for its end.
  func waitForEnd(_ timeout: Duration?) throws -> Bool {
    let deadline = Deadline(after: timeout)
    if let pid, !hasEnded { try ProcRuntime.waitForEnd(of: pid, until: deadline) }
    return hasEnded
  }

  private static func startTicks(_ pid: Int32) -> UInt64? {
    guard case .found(let status) = TaskStatus.look(up: UInt32(bitPattern: pid)), status.isAlive
    else { return nil }
    return status.startTicks
  }
}
