import CProcSupport
import Glibc
import ProcSystem

/// A count that processes can wait for (`eventfd(2)`); it never makes the caller wait.
enum EventCounter {
  /// A new count of 0.
  ///
  /// - Parameter oneByOne: whether ``take(_:)`` takes one at a time, rather than all.
  /// - Throws: ``SystemError``, such as `EMFILE`.
  static func make(oneByOne: Bool) throws -> Descriptor {
    let number = proc_eventfd(oneByOne)
    guard number >= 0 else { throw SystemError("eventfd") }
    return Descriptor(owning: number)
  }

  /// Adds to the count, which makes it readable.
  static func add(_ amount: Int = 1, to descriptor: Int32) {
    var amount = UInt64(amount)
    while write(descriptor, &amount, 8) < 0, errno == EINTR {}
  }

  /// Takes one, or all; false if the count is 0.
  @discardableResult
  static func take(_ descriptor: Int32) -> Bool {
    var amount: UInt64 = 0
    while read(descriptor, &amount, 8) < 0 {
      if errno != EINTR { return false }
    }
    return true
  }
}
