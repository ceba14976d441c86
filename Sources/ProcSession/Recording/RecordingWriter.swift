import CProcSupport
import Glibc
public import ProcModel
import ProcSystem

/// Writes a recording to a file (docs/recordings.md). The file can be read after every call, whatever
/// happens to this program.
///
/// A run must not end because its recording cannot go on: what fails is kept in ``failure``, and
/// nothing more is written.
public final class RecordingWriter {
  /// The file.
  public let path: String
  /// Why nothing is written any more; nil while it goes well.
  public private(set) var failure: RecordingError?
  /// Whether the recording has its end.
  public private(set) var isClosed = false

  private let file: Descriptor
  private var encoder: RecordingEncoder
  /// How long the file is, up to the last whole record.
  private var length: off_t = 0
  private let isRegular: Bool

  /// As much is collected before it is written: few writes, little memory.
  private static let pieceLength = 1 << 18

  /// Begins a recording: makes the file, for its owner only, and writes the header.
  ///
  /// - Parameter replacing: whether a file of that name is replaced; else that is an error.
  /// - Throws: ``RecordingError``; then there is no new file.
  public init(path: String, header: RecordingHeader, replacing: Bool = false) throws(RecordingError)
  {
    self.path = path
    let target = try RecordingPlace(path: path, replacing: replacing)
    isRegular = target.isRegular
    file = Descriptor(owning: target.number)
    encoder = RecordingEncoder(header)
    flush()
    guard let failure else { return }
    discard()
    throw RecordingError(.create, path: path, failure.cause)
  }

  /// Adds what was collected at once.
  public func append(_ events: some Sequence<Event>) {
    guard isGoingOn else { return }
    for event in events {
      encoder.append(event)
      if encoder.bytes.count >= Self.pieceLength { flush() }
    }
    flush()
  }

  /// Nobody will move any more (``Run/conclude(spinning:)``).
  public func conclude(spinning: [LaneIndex]) {
    guard isGoingOn else { return }
    encoder.conclude(spinning: spinning)
    flush()
  }

  /// Ends the recording; does nothing the second time.
  public func close(_ closing: RecordingClosing) {
    guard isGoingOn else { return }
    encoder.close(closing)
    flush()
    isClosed = true
  }

  /// Removes the file: there is nothing to keep.
  public func discard() {
    if isRegular { unlink(path) }
    isClosed = true
  }

  private var isGoingOn: Bool { failure == nil && !isClosed }

  /// Writes what has been encoded. What cannot be written whole is taken back, so that the file ends
  /// with a whole record.
  private func flush() {
    guard failure == nil else { return }
    defer { encoder.removeAll() }
    if let cause = interference {
      failure = RecordingError(.write, path: path, cause)
      return
    }
    let code = encoder.bytes.withUnsafeBytes { writeAll($0) }
    if code == 0 {
      length += off_t(encoder.bytes.count)
    } else {
      failure = RecordingError(.write, path: path, .system(code))
      if isRegular { ftruncate(file.number, length) }
    }
  }

  /// What somebody else has done to the file since the last write, so that what follows would be
  /// lost, or could not be read.
  private var interference: RecordingError.Cause? {
    var status = stat()
    guard isRegular, fstat(file.number, &status) == 0 else { return nil }
    if status.st_nlink == 0 { return .deleted }
    return status.st_size == length ? nil : .changed
  }

  /// - Returns: the error number, 0 where all was written.
  private func writeAll(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    var rest = bytes
    while !rest.isEmpty {
      let count = retrying { write(file.number, rest.baseAddress, rest.count) }
      guard count > 0 else { return count < 0 ? errno : EIO }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return 0
  }
}

/// The file that is written to, open and empty.
private struct RecordingPlace {
  let number: Int32
  let isRegular: Bool

  init(path: String, replacing: Bool) throws(RecordingError) {
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY
    var opened = retrying { open(path, flags | O_EXCL, 0o600) }
    if opened < 0 {
      guard errno == EEXIST, replacing else { throw Self.refusal(path) }
      // Not O_TRUNC: it may turn out to be what must not be emptied. A FIFO is not waited for.
      opened = retrying { open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
      guard opened >= 0 else {
        throw errno == ENXIO
          ? RecordingError(.create, path: path, .noFile) : RecordingError(.create, path: path)
      }
    }
    number = opened
    var status = stat()
    fstat(opened, &status)
    let kind = status.st_mode & S_IFMT
    isRegular = kind == S_IFREG
    if let cause = Self.objection(to: opened, status, kind) {
      close(opened)
      throw RecordingError(.create, path: path, cause)
    }
    if isRegular { ftruncate(opened, 0) }
  }

  /// Why there is no new file: the present `errno`, said of what is there.
  private static func refusal(_ path: String) -> RecordingError {
    let code = errno
    var status = stat()
    let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    if isFolder { return RecordingError(.create, path: path, .noFile) }
    if code == ENOENT { return RecordingError(.create, path: path, .noFolder) }
    return RecordingError(.create, path: path, code: code)
  }

  private static func objection(to opened: Int32, _ status: stat, _ kind: mode_t)
    -> RecordingError.Cause?
  {
    guard kind == S_IFREG || kind == S_IFCHR else { return .noFile }
    guard kind == S_IFREG else { return nil }
    // Held for as long as the file is open: two recordings in one file could not be read.
    if flock(opened, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return .beingWritten }
    for number in 0...2 {
      var other = stat()
      if fstat(Int32(number), &other) == 0, other.st_dev == status.st_dev,
        other.st_ino == status.st_ino
      {
        return .inUse
      }
    }
    return nil
  }
}
