import Glibc
import ProcSystem

extension SessionFolder {
  /// Removes the session folders whose viewers are dead, wherever such folders are made.
  public static func sweepAll() { for root in defaultRoots { sweep(root) } }

  /// Removes the session folders in `root` whose viewers are dead.
  ///
  /// Only real folders of this user are looked at, symbolic links are never followed, and a folder
  /// whose lock is held by anybody is left alone.
  public static func sweep(_ root: String) {
    for name in names(in: root) where name.hasPrefix(prefix) { sweepFolder("\(root)/\(name)") }
  }

  /// Removes one folder if it is stale.
  private static func sweepFolder(_ path: String) {
    let number = retrying { open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
    guard number >= 0 else { return }
    let folder = Descriptor(owning: number)
    var status = stat()
    guard fstat(folder.number, &status) == 0, status.st_uid == geteuid() else { return }

    let lockNumber = retrying {
      openat(folder.number, "lock", O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    }
    // No lock file: a viewer died, or is at work, between mkdtemp and the lock. An empty folder may
    // go either way, since a viewer at work makes another one.
    guard lockNumber >= 0 else {
      if errno == ENOENT { rmdir(path) }
      return
    }
    let lock = Descriptor(owning: lockNumber)
    guard retrying({ flock(lock.number, LOCK_EX | LOCK_NB) }) == 0 else { return }
    removeContents(of: path)
    rmdir(path)
  }

  /// Removes a session folder of this program, whose session cannot do so itself any more.
  static func discard(_ path: String) {
    removeContents(of: path)
    rmdir(path)
  }

  /// Removes the files of a session folder, the lock last; the caller holds the lock.
  static func removeContents(of path: String) {
    let number = retrying { open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
    guard number >= 0 else { return }
    let folder = Descriptor(owning: number)
    for name in names(in: path) where name != "lock" { unlinkat(folder.number, name, 0) }
    unlinkat(folder.number, "lock", 0)
  }

  /// The names in a folder, without `.` and `..`; empty where it cannot be read.
  private static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}
