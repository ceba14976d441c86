import CProcSupport
import Glibc
import ProcSystem

/// Two sockets that are connected with each other: ours, and theirs for the program.
struct SocketPair: ~Copyable {
  let ours: Descriptor
  let theirs: Descriptor

  /// Connects two sockets (`socketpair`).
  ///
  /// - Parameter passingCredentials: whether our end is told who wrote each piece (`SO_PASSCRED`).
  init(_ type: __socket_type, passingCredentials: Bool = false) throws(SessionError) {
    var numbers: [Int32] = [-1, -1]
    let kind = Int32(type.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &numbers) == 0 else { throw SessionError(.connection) }
    let ours = Descriptor(owning: numbers[0])
    let theirs = Descriptor(owning: numbers[1])
    guard !passingCredentials || proc_pass_credentials(ours.number) == 0 else {
      throw SessionError(.connection)
    }
    self.ours = ours
    self.theirs = theirs
  }
}
