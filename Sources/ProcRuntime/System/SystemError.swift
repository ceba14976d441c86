import Glibc
import SystemPackage

/// A system call failed (`OSError`).
public struct SystemError: Error, CustomStringConvertible, Sendable, Hashable {
  /// The name of the call: `fork`.
  public let call: String
  /// Its `errno`.
  public let code: Int32

  /// The failure of `call` with this `errno`.
  public init(_ call: String, code: Int32) {
    self.call = call
    self.code = code
  }

  /// The failure of the last system call of this thread.
  init(_ call: String) { self.init(call, code: errno) }

  /// The sentence of `strerror(3)`, with what to do about it where there is something to do.
  public var description: String {
    let sentence = "\(call): \(Errno(rawValue: code).description)"
    switch code {
    case EAGAIN where call == "fork" || call == "posix_spawn" || call == "pthread_create":
      return sentence + " (no more processes to be had; see ulimit -u)"
    case EMFILE: return sentence + " (see ulimit -n)"
    default: return sentence
    }
  }
}
