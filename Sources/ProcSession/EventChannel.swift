import CProcSupport
import Glibc
import ProcModel
import ProcSystem

/// The viewer's end of the event channel.
struct EventChannel: ~Copyable {
  /// The end that is read, without waiting.
  let reading: Descriptor
  /// A writing end of the viewer's own, so that the channel has no end while it is watched.
  private let writing: Descriptor
  private var reader = RecordReader()
  private var buffer: [UInt8]

  /// The size of the pipe that is asked for; the kernel may grant less.
  private static let wantedSize = 1 << 20
  /// The most bytes of one read.
  private static let chunkLength = 1 << 18
  /// The length of a record without texts: so many bytes bring one event at most.
  private static let shortestRecord = 60

  /// Makes the FIFO and opens it.
  init(path: String) throws(SessionError) {
    guard mkfifo(path, 0o600) == 0 else { throw SessionError(.channel, path: path) }
    let read = retrying { open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    guard read >= 0 else { throw SessionError(.channel, path: path) }
    let reading = Descriptor(owning: read)
    let write = retrying { open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC) }
    guard write >= 0 else { throw SessionError(.channel, path: path) }
    self.reading = reading
    writing = Descriptor(owning: write)
    buffer = [UInt8](repeating: 0, count: Self.chunkLength)
    // A big pipe lets a burst go by without stopping its writers; the user's quota may refuse it.
    var size = Self.wantedSize
    while size > 65_536, proc_set_pipe_size(read, Int32(size)) < 0 { size /= 2 }
  }

  /// How many stretches of bytes were no records.
  var malformedCount: Int { reader.malformedCount }

  /// How many bytes wait to be read.
  var backlog: Int {
    var count: Int32 = 0
    return ioctl(reading.number, UInt(FIONREAD), &count) == 0 ? Int(count) + reader.pendingCount : 0
  }

  /// Reads what is there, up to `limit` events, and hands each event to `body`.
  ///
  /// - Returns: whether all that was there has been read.
  mutating func read(limit: Int, _ body: (Event) -> Void) -> Bool {
    var count = 0
    while count < limit {
      let wanted = min(buffer.count, max((limit - count) * Self.shortestRecord, 4096))
      let length = buffer.withUnsafeMutableBytes { bytes in
        retrying { Glibc.read(reading.number, bytes.baseAddress, wanted) }
      }
      guard length > 0 else {
        // A record is written in one piece: what is incomplete now is none.
        reader.giveUpPending(body)
        return true
      }
      buffer.withUnsafeBytes { bytes in
        reader.read(UnsafeRawBufferPointer(rebasing: bytes[..<length])) {
          count += 1
          body($0)
        }
      }
      // A pipe gives less than is asked for only when it is empty then.
      if length < wanted, reader.pendingCount == 0 { return true }
    }
    return false
  }
}
