import CProcSupport
import Glibc
import ProcSystem

extension Descriptor {
  /// Writes all bytes (`write(2)`), going on after signals.
  ///
  /// - Throws: ``SystemError``, such as `EPIPE` if there is no reader any more.
  func writeAll(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = write(number, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError("write")
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads until the end (`read(2)`).
  ///
  /// - Throws: ``SystemError``.
  func readAll() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(number, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError("read")
      }
      bytes += chunk[..<count]
    }
  }
}

/// Both ends of a new pipe of the kernel (`pipe2(2)`), closed on exec.
struct KernelPipe: ~Copyable {
  /// The reading end.
  let reader: Descriptor
  /// The writing end.
  let writer: Descriptor

  /// - Throws: ``SystemError``, such as `EMFILE`.
  init() throws {
    var ends: [Int32] = [-1, -1]
    guard proc_pipe(&ends) == 0 else { throw SystemError("pipe2") }
    reader = Descriptor(owning: ends[0])
    writer = Descriptor(owning: ends[1])
  }
}

/// Waits until the descriptor can be read, or hangs up, or the deadline has passed (`poll(2)`).
func waitUntilReadable(_ descriptor: Int32, until deadline: Deadline) {
  var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  // Milliseconds, rounded up so that the deadline has really passed afterwards.
  let milliseconds = deadline.remaining.map { Int32(clamping: ($0 + 999_999) / 1_000_000) } ?? -1
  _ = poll(&request, 1, milliseconds)
}
