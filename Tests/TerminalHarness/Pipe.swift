import CPtySupport
import Glibc

/// A pipe that gathers what comes out of it.
final class Pipe {
  private(set) var reading: Int32
  private(set) var writing: Int32
  private var bytes: [UInt8] = []

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard cpty_pipe(&ends) == 0 else { throw Failure.system("pipe2", errno) }
    (reading, writing) = (ends[0], ends[1])
  }

  /// A pipe with this text in it, and nothing to come.
  convenience init(holding text: String) throws {
    try self.init()
    let bytes = Array(text.utf8)
    guard write(writing, bytes, bytes.count) == bytes.count else {
      throw Failure.system("write", errno)
    }
    closeWriting()
  }

  deinit {
    closeWriting()
    closeReading()
  }

  /// Whether more may come. poll skips the descriptor −1.
  var isOpen: Bool { reading >= 0 }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// How many bytes are in it and have not been read.
  var unread: Int {
    var count: Int32 = 0
    return ioctl(reading, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
  }

  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  func closeReading() {
    if reading >= 0 { close(reading) }
    reading = -1
  }

  func readSome() {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = read(reading, &buffer, buffer.count)
    if count > 0 { bytes += buffer[..<count] } else { closeReading() }
  }
}
