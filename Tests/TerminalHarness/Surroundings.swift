import Glibc

/// What a program under test finds around it: a pinned environment, and a folder of its own for
/// everything temporary, so that what it leaves behind can be seen.
public final class Surroundings {
  /// The folder, which is also the program's `TMPDIR` and `HOME`. It goes with this object.
  public let folder: String
  /// The variables, and nothing inherited.
  public let variables: [String: String]
  /// The variable by which all processes that came of the program are recognised.
  let mark: String

  /// The pinned environment, with these changes; nil removes a variable.
  public init(_ changes: [String: String?] = [:]) throws {
    var template = Array("/tmp/procviz-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure.system("mkdtemp", errno) }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    mark = "PROCVIZ_TEST_MARK=\(folder)"
    var variables = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder, "TMPDIR": folder,
      "XDG_RUNTIME_DIR": folder, "LANG": "C.UTF-8", "TERM": "xterm-256color", "TZ": "UTC",
      "PROCVIZ_TEST_MARK": folder,
    ]
    for (name, value) in changes { variables[name] = value }
    self.variables = variables
  }

  deinit {
    removeTree(folder)
  }

  /// The names of what is in the folder now.
  public var leftovers: [String] { directoryEntries(of: folder).sorted() }
}

/// The names in a directory, without `.` and `..`; none where it cannot be read.
func directoryEntries(of path: String) -> [String] {
  guard let directory = opendir(path) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}

/// The bytes of a small file, or nil where it cannot be read (a process in /proc may just have gone).
func contents(of path: String) -> [UInt8]? {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 16384)
  while true {
    let count = read(file, &buffer, buffer.count)
    guard count > 0 else { return count == 0 ? bytes : nil }
    bytes += buffer[..<count]
  }
}

/// Removes a folder and all that is in it, as far as that is allowed.
func removeTree(_ path: String) {
  for name in directoryEntries(of: path) where unlink("\(path)/\(name)") != 0 {
    removeTree("\(path)/\(name)")
  }
  rmdir(path)
}
