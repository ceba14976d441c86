import CProcSupport
import Glibc
import ProcModel
import ProcSession
import Testing

/// A folder for the session folders of one test, so that tests do not sweep each other's.
final class Place {
  let path: String

  init() throws {
    var template = Array("/tmp/procviz-tests-XXXXXX".utf8CString)
    _ = try #require(mkdtemp(&template))
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { rmdir(path) }

  /// The names of what is in it.
  var names: [String] { namesOfFolder(path) }
}

/// The names in a folder, without `.` and `..`.
func namesOfFolder(_ path: String) -> [String] {
  guard let folder = opendir(path) else { return [] }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted()
}

/// A session over the fixture program, with all that was collected from it.
final class Watched {
  let place: Place
  let session: Session
  private(set) var events: [Event] = []

  /// Runs `protocol-fixture` with these arguments.
  init(_ arguments: String..., holding: Bool = false) throws {
    place = try Place()
    let fixture = try builtProduct("ProtocolFixture")
    session = try Session(
      Launch(executable: fixture, arguments: ["protocol-fixture"] + arguments),
      holding: holding, in: [place.path])
  }

  // The session folder goes before the place that it is in.
  deinit { session.stop() }

  /// Collects until `condition` holds or ten seconds have passed.
  @discardableResult
  func wait(limit: Int = 65_536, until condition: (Watched) -> Bool) -> Bool {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let deadline = now.tv_sec + 10
    while now.tv_sec < deadline {
      events += session.collect(limit: limit)
      if condition(self) { return true }
      var wait = pollfd(fd: session.descriptor, events: Int16(POLLIN), revents: 0)
      poll(&wait, 1, 1000)
      clock_gettime(CLOCK_MONOTONIC, &now)
    }
    return false
  }

  /// Collects to the end of the run.
  func finish() throws { try #require(wait { $0.session.isFinished }) }

  /// The events of one kind.
  func events(_ kind: EventKind) -> [Event] { events.filter { $0.kind == kind } }

  /// Every process that was heard of, the host included.
  var pids: Set<Int32> {
    var pids = Set(events.map(\.pid)).subtracting([getpid()])
    for begin in events(.processBegin) { pids.insert(Int32(truncatingIfNeeded: begin.extra)) }
    return pids
  }
}

/// Whether a process lives; a zombie does not.
func isAlive(_ pid: Int32) -> Bool {
  guard let file = fopen("/proc/\(pid)/stat", "r") else { return false }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1024)
  let length = fread(&bytes, 1, bytes.count, file)
  let text = String(decoding: bytes[..<length], as: UTF8.self)
  guard let name = text.lastIndex(of: ")") else { return false }
  return !text[name...].hasPrefix(") Z") && !text[name...].hasPrefix(") X")
}

/// The path of an executable that is built together with the tests.
func builtProduct(_ name: String) throws -> String {
  let link = try #require(realpath("/proc/self/exe", nil))
  defer { free(link) }
  var folders = [String(cString: link)] + CommandLine.arguments
  while let path = folders.popLast() {
    var folder = path
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      if access("\(folder)/\(name)", X_OK) == 0 { return "\(folder)/\(name)" }
    }
  }
  throw ProductMissing(name: name)
}

/// An executable has not been built.
struct ProductMissing: Error {
  let name: String
}
