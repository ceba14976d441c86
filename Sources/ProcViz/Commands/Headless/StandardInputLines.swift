import Glibc
import ProcModel
import ProcSession

/// Hands the lines of standard input to a process that waits for one. Nothing is read before
/// somebody waits, so that a script's own input stays its own.
struct StandardInputLines {
  /// How many processes wait for a line.
  private var waiting = 0
  /// What has been read and not been handed over.
  private var bytes: [UInt8] = []
  private var hasEnded = false
  private var hasClosed = false

  /// Whether standard input is to be read.
  var wantsInput: Bool { waiting > 0 && !hasEnded }

  /// Takes note of those who begin to wait, and of those who got their line.
  mutating func note(_ events: [Event]) {
    for event in events where event.kind == .inputWait { waiting += 1 }
  }

  /// Reads what there is on standard input.
  mutating func readInput() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &buffer, buffer.count)
    if count > 0 {
      bytes += buffer[..<count]
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      hasEnded = true
    }
  }

  /// Hands over a line to each who waits, or the end of the input.
  mutating func type(into session: Session) {
    while waiting > 0, let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
      hand(over: bytes[..<end], to: session)
      bytes.removeSubrange(...end)
    }
    guard waiting > 0, hasEnded, !hasClosed else { return }
    // The last line may have no end.
    if !bytes.isEmpty { hand(over: bytes[...], to: session) }
    bytes = []
    session.closeInput()
    hasClosed = true
  }

  /// The next line, for somebody who waits for one; an empty one where there are no more. nil: it is
  /// still to be read.
  mutating func line() -> String? {
    waiting = 1
    let end = bytes.firstIndex(of: UInt8(ascii: "\n"))
    guard end != nil || hasEnded else { return nil }
    let line = bytes[..<(end ?? bytes.count)]
    defer { bytes.removeFirst(min(bytes.count, line.count + 1)) }
    waiting = 0
    return String(decoding: line, as: UTF8.self)
  }

  private mutating func hand(over line: ArraySlice<UInt8>, to session: Session) {
    // Who does not read any more has ended, and that is told anyway.
    try? session.type(line: String(decoding: line, as: UTF8.self))
    waiting -= 1
  }
}
