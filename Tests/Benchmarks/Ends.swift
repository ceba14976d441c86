import CPtySupport
import Glibc

/// How fast everything is gone when the viewer is killed.
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

  /// The seconds until every process of a `pool` is gone.
  private static func killedViewer() throws -> Double {
    let program = try PtyProgram(["run", "pool"])
    _ = program.settle(0.3)
    let pids = descendants(of: program.pid)
    guard pids.count >= 7 else { throw BenchmarkError(description: "no pool was started") }
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

  private static func descendants(of pid: Int32) -> [Int32] {
    guard let file = fopen("/proc/\(pid)/task/\(pid)/children", "r") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let text = String(decoding: bytes.prefix(fread(&bytes, 1, bytes.count, file)), as: UTF8.self)
    let children = text.split(separator: " ").compactMap { Int32($0) }
    return children + children.flatMap(descendants)
  }
}
