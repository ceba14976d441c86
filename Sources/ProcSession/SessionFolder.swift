import Glibc
import ProcSystem

/// The folder of one session: private to its user, locked while the viewer lives, and removed with
/// it. What a killed viewer leaves is removed by the next one (``sweep(_:)``).
public final class SessionFolder {
  /// The absolute path of the folder.
  public let path: String
  /// Keeps the lock on the folder (`flock`): it goes with the process, however that ends.
  private var lock: Descriptor?

  /// The event channel, a FIFO.
  public var eventsPath: String { path + "/events" }
  /// The control page.
  public var controlPath: String { path + "/control" }

  /// Makes a folder and locks it; folders that dead viewers left are removed first.
  ///
  /// - Parameter roots: where to try, in this order; nil for ``defaultRoots``.
  /// - Throws: ``SessionError`` of the last place tried.
  public init(in roots: [String]? = nil) throws(SessionError) {
    var failure = SessionError(.folder, code: ENOENT)
    for root in roots ?? Self.defaultRoots {
      Self.sweep(root)
      do throws(SessionError) {
        let made = try Made(in: root)
        path = made.path
        lock = .some(made.lock)
        return
      } catch {
        failure = error
      }
    }
    throw failure
  }

  deinit { remove() }

  /// Removes the folder and all that is in it; does nothing the second time.
  public func remove() {
    guard lock != nil else { return }
    // By name, since there may be no descriptor left to list the folder with.
    for file in [eventsPath, controlPath, path + "/lock"] { unlink(file) }
    if rmdir(path) != 0 {
      Self.removeContents(of: path)
      rmdir(path)
    }
    lock = nil
  }

  /// Where session folders are made: `$XDG_RUNTIME_DIR`, else `$TMPDIR`, else `/tmp`.
  public static var defaultRoots: [String] {
    let wanted = [environment("XDG_RUNTIME_DIR"), environment("TMPDIR"), "/tmp"]
    var roots: [String] = []
    for case let root? in wanted where root.hasPrefix("/") && !roots.contains(root) {
      roots.append(root)
    }
    return roots
  }

  /// How the names of this user's session folders begin.
  static var prefix: String { "procviz-\(geteuid())-" }
}

/// A folder that has just been made and locked.
private struct Made: ~Copyable {
  let path: String
  let lock: Descriptor

  /// Makes a locked folder in `root`.
  ///
  /// Another viewer that sweeps may remove the folder between any two of these steps; then there is
  /// no folder or no lock file any more, and a new one is made.
  init(in root: String) throws(SessionError) {
    for _ in 0..<100 {
      var template = Array("\(root)/\(SessionFolder.prefix)XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { throw SessionError(.folder, path: root) }
      let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      let number = retrying { open("\(path)/lock", O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600) }
      if number < 0 {
        let code = errno
        rmdir(path)
        if code == ENOENT { continue }
        throw SessionError(.folder, path: root, code: code)
      }
      let lock = Descriptor(owning: number)
      var status = stat()
      if retrying({ flock(lock.number, LOCK_EX | LOCK_NB) }) == 0,
        fstat(lock.number, &status) == 0, status.st_nlink > 0
      {
        self.path = path
        self.lock = lock
        return
      }
    }
    throw SessionError(.folder, path: root, code: EAGAIN)
  }
}
