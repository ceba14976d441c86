import Glibc

/// An open file descriptor that has one owner and is closed with it.
package struct Descriptor: ~Copyable {
  /// The number, for system calls.
  package let number: Int32

  /// Takes over an open descriptor.
  package init(owning number: Int32) { self.number = number }

  deinit { close(number) }

  /// Gives up the descriptor without closing it.
  package consuming func release() -> Int32 {
    let number = number
    discard self
    return number
  }
}

/// Calls a system function until no signal interrupts it.
///
/// - Returns: what it returned, −1 for an error that `errno` tells.
@discardableResult
package func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}
