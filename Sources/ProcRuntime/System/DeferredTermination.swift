import CProcSupport
import Glibc

/// Does something that another process must see completely or not at all. A `SIGTERM` that comes
/// meanwhile takes effect at the end (`pthread_sigmask(3)`). `SIGKILL` cannot be deferred.
package func deferringTermination<Result>(_ body: () throws -> Result) rethrows -> Result {
  var termination = sigset_t()
  sigemptyset(&termination)
  sigaddset(&termination, SIGTERM)
  var before = sigset_t()
  pthread_sigmask(SIG_BLOCK, &termination, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  return try body()
}
