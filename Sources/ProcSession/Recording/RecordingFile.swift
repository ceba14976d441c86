import CProcSupport
import Glibc
public import ProcModel
import ProcSystem

/// A recording that is read: a file, or a stream that comes as the run goes on.
public final class RecordingFile {
  /// Its name; empty for standard input.
  public let path: String
  /// How many bytes it has; nil where that is not known: a stream, or a file that grows.
  public let size: Int?
  /// How many bytes have been read.
  public private(set) var position = 0
  /// What has been understood.
  public private(set) var reader = RecordingReader()
  /// How it ends; nil while that is not known.
  public var ending: RecordingReader.Ending? { kept.isEmpty ? end : nil }

  /// Readable (`poll`, `POLLIN`) when there is more; of a file that grows, always.
  public var descriptor: Int32 { file.number }
  /// Whether it is a file that may still grow, so that its end is not the end.
  public let isGrowing: Bool

  /// Its name, if it has one.
  private var givenPath: String? { path.isEmpty ? nil : path }

  private let file: Descriptor
  private var end: RecordingReader.Ending?
  /// What came together with the header.
  private var kept: [RecordingReader.Item] = []
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)

  /// Opens a file that is complete.
  ///
  /// - Throws: ``RecordingError`` where there is none that can be read.
  public convenience init(path: String) throws(RecordingError) {
    let (file, status) = try Self.open(path)
    guard status.st_mode & S_IFMT != S_IFIFO else {
      close(file)
      throw RecordingError(.read, path: path, .stream)
    }
    self.init(file, path: path, size: Int(status.st_size), isGrowing: false)
  }

  /// Opens a stream: standard input (`-`), a FIFO, or a file that another program is writing.
  ///
  /// - Throws: ``RecordingError`` where there is none that can be read.
  public convenience init(stream path: String) throws(RecordingError) {
    if path == "-" {
      let file = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
      guard file >= 0 else { throw RecordingError(.read, path: nil) }
      self.init(file, path: "", size: nil, isGrowing: false)
    } else {
      let (file, status) = try Self.open(path)
      self.init(file, path: path, size: nil, isGrowing: status.st_mode & S_IFMT == S_IFREG)
    }
  }

  private init(_ file: Int32, path: String, size: Int?, isGrowing: Bool) {
    self.file = Descriptor(owning: file)
    self.path = path
    self.size = size
    self.isGrowing = isGrowing
  }

  /// Opens a regular file or a FIFO, without waiting.
  private static func open(_ path: String) throws(RecordingError) -> (Int32, stat) {
    let file = retrying { Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
    guard file >= 0 else { throw RecordingError(.read, path: path) }
    var status = stat()
    fstat(file, &status)
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFIFO else {
      close(file)
      throw RecordingError(.read, path: path, kind == S_IFDIR ? .system(EISDIR) : .noFile)
    }
    return (file, status)
  }

  /// Whether something has been read while the header was awaited, and waits for ``readPiece``.
  public var hasKept: Bool { !kept.isEmpty }

  /// Reads until the header has come.
  ///
  /// - Throws: ``RecordingError`` where it cannot be read, or is no recording.
  public func waitForHeader() throws(RecordingError) -> RecordingHeader {
    while true {
      if let header = reader.header { return header }
      if let items = try readFile(waiting: true) {
        kept += items
      } else {
        // A file that has not grown yet.
        _ = poll(nil, 0, 50)
      }
    }
  }

  /// Reads the next piece.
  ///
  /// - Parameter isWaiting: whether a stream is waited for until something comes.
  /// - Throws: ``RecordingError`` where it cannot be read, or is no recording.
  /// - Returns: what is complete now; nil where there was nothing to be read.
  public func readPiece(waiting isWaiting: Bool = false) throws(RecordingError)
    -> [RecordingReader.Item]?
  {
    if !kept.isEmpty {
      defer { kept = [] }
      return kept
    }
    return try readFile(waiting: isWaiting)
  }

  private func readFile(waiting isWaiting: Bool) throws(RecordingError) -> [RecordingReader.Item]? {
    guard end == nil else { return nil }
    // A stream may be shared with other programs: it is asked, and not told never to wait.
    var wait = pollfd(fd: file.number, events: Int16(POLLIN), revents: 0)
    guard retrying({ poll(&wait, 1, isWaiting ? -1 : 0) }) > 0 else { return nil }
    let count = buffer.withUnsafeMutableBytes { bytes in
      retrying { read(file.number, bytes.baseAddress, bytes.count) }
    }
    if count < 0 {
      if errno == EAGAIN { return nil }
      throw RecordingError(.read, path: givenPath)
    }
    if count == 0, isGrowing { return nil }
    position += count
    do throws(RecordingFault) {
      return try take(count)
    } catch {
      throw RecordingError(.read, path: givenPath, .fault(error))
    }
  }

  /// Takes so many bytes; none: the end.
  private func take(_ count: Int) throws(RecordingFault) -> [RecordingReader.Item] {
    var items: [RecordingReader.Item] = []
    if count == 0 {
      end = try reader.finish { items.append($0) }
      return items
    }
    let result = buffer.withUnsafeBytes { bytes in
      Result { () throws(RecordingFault) in
        try reader.read(UnsafeRawBufferPointer(rebasing: bytes[..<count])) { items.append($0) }
      }
    }
    try result.get()
    // A stream is not waited for any more once it has said that it ends.
    if size == nil, let closing = reader.closing { end = .complete(closing) }
    return items
  }
}
