import CProcSupport
import Glibc
import ProcExport
import ProcModel
import ProcSession

/// Where an export goes: standard output, or a file that is there as a whole or not at all.
///
/// A file is written without a name (`O_TMPFILE`) and takes its place in the end, so that nothing is
/// lost where there is no room for the new one, and nothing is left behind, however this program ends.
/// Where the file system knows no such files, it has another name beside its place meanwhile. Devices
/// and pipes are written to directly.
final class ExportFile: ExportSink {
  /// The file; nil: standard output.
  private let path: String?
  private let isReplacing: Bool
  private var descriptor: Int32
  /// Whether it has no name yet.
  private var isUnnamed = false
  /// Its name meanwhile; nil: its own, or none.
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
      if FileIdentity(descriptor: STDOUT_FILENO).isFile(FileIdentity(input: input)) {
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
    if there.isFile(FileIdentity(input: input)) { throw ExportError(path, .sameFile) }
    if there.isRegular, !isReplacing { throw ExportError(path, .exists) }
    descriptor = -1
    try openPlace(place, isDevice: there.exists && !there.isRegular)
  }

  private func openPlace(_ place: String, isDevice: Bool) throws(ExportError) {
    let flags = O_WRONLY | O_CLOEXEC | O_NOCTTY
    if isDevice {
      descriptor = open(place, flags)
    } else {
      descriptor = proc_open_unnamed(Self.folder(of: place), 0o666)
      // Such a file gets its name by way of /proc.
      isUnnamed = descriptor >= 0 && access(Self.link(to: descriptor), F_OK) == 0
      if isUnnamed { return }
      if descriptor >= 0 { close(descriptor) }
      let draft = Self.draft(of: place)
      descriptor = open(draft, flags | O_CREAT | O_EXCL, 0o666)
      if descriptor >= 0 { self.draft = draft }
    }
    if descriptor < 0 { throw ExportError(path, .system(errno)) }
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
    if isUnnamed { try name(path) }
    let hasClosed = close(descriptor) == 0
    descriptor = -1
    if !hasClosed { throw ExportError(path, .system(errno)) }
    guard let draft else { return }
    try place(draft, at: path)
    self.draft = nil
  }

  /// Gives the file without a name its own, or, to replace another, that of a draft.
  private func name(_ path: String) throws(ExportError) {
    let link = Self.link(to: descriptor)
    if linkat(AT_FDCWD, link, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 { return }
    guard errno == EEXIST else { throw ExportError(path, .system(errno)) }
    // Perhaps somebody else has made it meanwhile.
    guard isReplacing else { throw ExportError(path, .exists) }
    let draft = Self.draft(of: path)
    guard linkat(AT_FDCWD, link, AT_FDCWD, draft, AT_SYMLINK_FOLLOW) == 0 else {
      throw ExportError(path, .system(errno))
    }
    self.draft = draft
  }

  private func place(_ draft: String, at path: String) throws(ExportError) {
    if !isReplacing {
      // Somebody else may have made the file meanwhile.
      if Glibc.link(draft, path) == 0 {
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
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return "\(folder(of: path))/.\(name).procviz-\(getpid())"
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/." : String(path[..<slash])
  }

  private static func link(to descriptor: Int32) -> String { "/proc/self/fd/\(descriptor)" }
}

/// Which file a name or descriptor stands for.
private struct FileIdentity {
  private var status = stat()
  let exists: Bool

  init(path: String) { exists = stat(path, &status) == 0 }
  /// Of what is read; `-`: standard input.
  init(input: String) {
    if input == "-" { self.init(descriptor: STDIN_FILENO) } else { self.init(path: input) }
  }
  init(descriptor: Int32) { exists = fstat(descriptor, &status) == 0 }

  var isRegular: Bool { exists && status.st_mode & S_IFMT == S_IFREG }

  /// Whether both are the same regular file.
  func isFile(_ other: FileIdentity) -> Bool {
    isRegular && other.isRegular && status.st_dev == other.status.st_dev
      && status.st_ino == other.status.st_ino
  }
}
