import Glibc

/// A folder of a test's own, which goes with it.
final class Folder {
  let path: String

  init() throws {
    var template = Array("/tmp/procruntime-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FixtureRun.Failure(description: "mkdtemp") }
    path = String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
  }

  deinit {
    for name in ["events", "control"] { unlink(path + "/" + name) }
    rmdir(path)
  }
}
