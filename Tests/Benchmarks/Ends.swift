import CPtySupport
import Glibc

/// How fast all processes end when the viewer is killed.
enum Ends {
  private static let runs = 20

  static func run() throws -> [Figure] {
    let times = try (0..<runs).map { _ in try killedViewer() * 1000 }
    let worst = times.max() ?? .infinity
    return [
      Figure(
        what: "from SIGKILL of the viewer to the end of its processes, worst of \(runs)",
        measured: "\(Measuring.text(worst)) ms", wanted: "≤ 1000 ms", isReached: worst <= 1000)
    ]
  }

  /// The seconds until every process of a `pool` has ended.
  private static func killedViewer() throws -> Double {
    let program = try PtyProgram(["run", "pool"])
    let deadline = Measuring.now() + 10
    var pids: [Int32] = []
    // The host, the main process, and five workers.
    while pids.count < 7 {
      guard Measuring.now() < deadline else {
        throw BenchmarkError(description: "no pool was started")
      }
      _ = program.read(until: 0.01) { _ in true }
      pids = descendants(of: program.pid)
    }
    let pidfds = pids.map { cpty_pidfd($0) }
    defer { for pidfd in pidfds { close(pidfd) } }
    let begin = Measuring.now()
    kill(program.pid, SIGKILL)
    for pidfd in pidfds {
      var wait = pollfd(fd: pidfd, events: Int16(POLLIN), revents: 0)
      poll(&wait, 1, 10_000)
    }
    return Measuring.now() - begin
  }

  /// The processes that all threads of a process have started, those that they have started, and
  /// so on.
  private static func descendants(of pid: Int32) -> [Int32] {
    guard let folder = opendir("/proc/\(pid)/task") else { return [] }
    defer { closedir(folder) }
    var children: [Int32] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      children += numbers(in: "/proc/\(pid)/task/\(name)/children")
    }
    return children + children.flatMap(descendants)
  }

  private static func numbers(in path: String) -> [Int32] {
    Measuring.text(of: path).split(separator: " ").compactMap { Int32($0) }
  }
}
