import Glibc

/// A folder that is removed, with its files, when it is no longer used.
final class Scratch {
  /// Its path.
  let path: String
  private var files: [String] = []

  /// Makes it.
  init() throws {
    var template = Array("/tmp/procviz-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw BenchmarkError(description: "no folder in /tmp") }
    path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  deinit {
    for file in files { unlink(file) }
    rmdir(path)
  }

  /// The path of a file in it, which is removed with it.
  func file(_ name: String) -> String {
    let file = path + "/" + name
    files.append(file)
    return file
  }
}
