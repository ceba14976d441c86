import Glibc
import ProcModel

/// There is nothing left to read, and nothing will come any more (`EOFError`).
public struct EndOfFile: Error, CustomStringConvertible, Sendable, Hashable {
  /// The name of the pipe's direction whose other end is closed; nil: standard input has ended.
  public let pipe: String?

  init(of pipe: String? = nil) { self.pipe = pipe }

  /// A sentence; of standard input, what Python says.
  public var description: String {
    pipe.map { "EOF: the other end of \($0) is closed" } ?? "EOF when reading a line"
  }
}

/// Reads one line from standard input (`input`). Only the main process has one; a child reads from
/// /dev/null, as in CPython.
///
/// - Parameter prompt: printed before, without a line break.
/// - Returns: the line, without its line break.
/// - Throws: ``EndOfFile`` if there is no line left; ``SystemError`` if reading fails.
public func input(_ prompt: String = "") throws -> String {
  let isHeld = Gate.pass(.inputWait)
  Tracer.emit(.inputWait, text: prompt)
  if !Tracer.isOn, !prompt.isEmpty { writeText(prompt, to: STDOUT_FILENO) }
  // A held process waits at its gate; before the viewer lets it go, it has typed a line.
  while !isHeld, !isReadable(STDIN_FILENO) { waitUntilReadable(STDIN_FILENO, until: .never) }
  Gate.pass(.inputRead)
  let line = try readLine(from: STDIN_FILENO)
  Tracer.emit(.inputRead, text: line)
  return line
}

/// Whether a read would not wait.
private func isReadable(_ descriptor: Int32) -> Bool {
  var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return poll(&request, 1, 0) != 0
}

/// Reads up to the next line break, byte by byte: what comes after it is left for the next reader.
private func readLine(from descriptor: Int32) throws -> String {
  var bytes: [UInt8] = []
  var byte: UInt8 = 0
  while true {
    let count = read(descriptor, &byte, 1)
    if count < 0 {
      if errno == EINTR { continue }
      throw SystemError("read")
    }
    if count == 0 && bytes.isEmpty { throw EndOfFile() }
    if count == 0 || byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
    bytes.append(byte)
  }
}
