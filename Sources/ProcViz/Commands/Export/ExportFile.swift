import Glibc
import ProcExport
import ProcModel
import ProcSession

/// Where an export goes: standard output, or a file that is there as a whole or not at all.
///
/// A file is written under another name beside its place and takes its place in the end, so that
/// nothing is lost where there is no room for the new one. Devices and pipes are written to directly.
final class ExportFile: ExportSink {
  /// The file; nil: standard output.
  private let path: String?
  private let isReplacing: Bool
  private var descriptor: Int32
  /// Where it is written meanwhile; nil: at its own place.
  private var draft: String?
  private var pending: [UInt8] = []

  /// So much is kept before it is written.
  private static let pieceLength = 1 << 16

  /// Opens it.
  ///
  /// - Parameters:
  ///   - path: the file; `-`: standard output.
  ///   - input: the file that is read, which must be another one.
  ///   - isReplacing: whether a file that is there already is to be replaced.
  init(_ path: String, input: String, replacing isReplacing: Bool) throws(ExportError) {
    self.isReplacing = isReplacing
    guard path != "-" else {
      if FileIdentity(descriptor: STDOUT_FILENO).isFile(FileIdentity(path: input)) {
        throw ExportError(nil, .sameFile)
      }
      (self.path, descriptor) = (nil, STDOUT_FILENO)
      return
    }
    // What a symbolic link leads to is replaced, not the link.
    let target = realpath(path, nil).map { resolved in
      defer { free(resolved) }
      return String(cString: resolved)
    }
    let place = target ?? path
    self.path = place
    let there = FileIdentity(path: place)
    if there.isFile(FileIdentity(path: input)) { throw ExportError(path, .sameFile) }
    if there.isRegular, !isReplacing { throw ExportError(path, .exists) }
    draft = there.exists && !there.isRegular ? nil : Self.draft(of: place)
    let flags = O_WRONLY | O_CLOEXEC | O_NOCTTY | (draft == nil ? 0 : O_CREAT | O_EXCL)
    descriptor = open(draft ?? place, flags, 0o666)
    if descriptor < 0 {
      draft = nil
      throw ExportError(path, .system(errno))
    }
  }

  deinit {
    if let draft { unlink(draft) }
    if path != nil, descriptor >= 0 { close(descriptor) }
  }

  func write(_ bytes: [UInt8]) throws {
    pending += bytes
    if pending.count >= Self.pieceLength { try flush() }
  }

  /// Writes what is left, and lets the file take its place.
  func finish() throws {
    try flush()
    guard let path else { return }
    let hasClosed = close(descriptor) == 0
    descriptor = -1
    if !hasClosed { throw ExportError(path, .system(errno)) }
    guard let draft else { return }
    try place(draft, at: path)
    self.draft = nil
  }

  private func place(_ draft: String, at path: String) throws(ExportError) {
    if !isReplacing {
      // Somebody else may have made the file meanwhile.
      if link(draft, path) == 0 {
        unlink(draft)
        return
      }
      if errno == EEXIST { throw ExportError(path, .exists) }
    }
    if rename(draft, path) != 0 { throw ExportError(path, .system(errno)) }
  }

  private func flush() throws(ExportError) {
    var start = 0
    while start < pending.count {
      let written = pending.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if written > 0 {
        start += written
      } else if errno != EINTR {
        throw ExportError(path, .system(errno))
      }
    }
    pending.removeAll(keepingCapacity: true)
  }

  private static func draft(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let name = ".\(parts.last ?? "").procviz-\(getpid())"
    return (parts.dropLast().map(String.init) + [name]).joined(separator: "/")
  }
}

/// Which file a name or descriptor stands for.
private struct FileIdentity {
  private var status = stat()
  let exists: Bool

  init(path: String) { exists = stat(path, &status) == 0 }
  init(descriptor: Int32) { exists = fstat(descriptor, &status) == 0 }

  var isRegular: Bool { exists && status.st_mode & S_IFMT == S_IFREG }

  /// Whether both are the same regular file.
  func isFile(_ other: FileIdentity) -> Bool {
    isRegular && other.isRegular && status.st_dev == other.status.st_dev
      && status.st_ino == other.status.st_ino
  }
}
