import Glibc
import ProcSystem

/// Which process descends from which, as /proc says.
enum ProcessTree {
  /// The processes that a process has started, those that they have started, and so on.
  static func descendants(of pid: Int32) -> [Int32] {
    let children = children(of: pid)
    return children + children.flatMap(descendants)
  }

  /// The children of all threads of a process.
  private static func children(of pid: Int32) -> [Int32] {
    guard let directory = opendir("/proc/\(pid)/task") else { return [] }
    defer { closedir(directory) }
    var found: [Int32] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if let thread = Int32(name) { found += children(ofThread: thread, in: pid) }
    }
    return found
  }

  private static func children(ofThread thread: Int32, in pid: Int32) -> [Int32] {
    let descriptor = open("/proc/\(pid)/task/\(thread)/children", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, let bytes = try? Descriptor(owning: descriptor).readAll() else {
      return []
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: " ").compactMap { Int32($0) }
  }
}
