import CPtySupport
import Glibc

/// A program on a terminal of its own whose output is only looked at as bytes, so that nothing is
/// measured but the program.
final class PtyProgram {
  let pid: Int32
  /// When it was started, in seconds.
  let start: Double
  private let master: Int32

  /// Starts a program, ProcViz if no other, on a terminal of 120×36.
  init(_ arguments: [String], program other: String? = nil) throws {
    let program = try other ?? Measuring.built("procviz")
    master = cpty_open(36, 120)
    let variables = [
      "PATH=/usr/bin:/bin", "TERM=xterm-256color", "LANG=C.UTF-8", "HOME=/tmp",
    ]
    var argv = ([program] + arguments).map { strdup($0) } + [nil]
    var envp = variables.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var pid: pid_t = 0
    start = Measuring.now()
    guard cpty_spawn(master, program, &argv, &envp, "/", &pid) == 0 else {
      throw BenchmarkError(description: "cannot start \(program)")
    }
    self.pid = pid
  }

  deinit {
    kill(pid, SIGTERM)
    // Its last output must not keep it from ending.
    _ = read(until: 2) { _ in false }
    waitpid(pid, nil, 0)
    close(master)
  }

  /// Presses a key.
  func press(_ key: String) {
    _ = Array(key.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// Reads what comes, until `isEnough` says so or nothing has come for `seconds`.
  ///
  /// - Returns: when the last bytes came, or nil where it was not enough.
  func read(until seconds: Double, _ isEnough: ([UInt8]) -> Bool) -> Double? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, Int32(seconds * 1000)) > 0 else { return nil }
      let count = Glibc.read(master, &buffer, buffer.count)
      let time = Measuring.now()
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
      if isEnough(bytes) { return time }
    }
  }

  /// When the last bytes came before nothing came for `seconds`.
  func settle(_ seconds: Double) -> Double {
    var last = start
    _ = read(until: seconds) { _ in
      last = Measuring.now()
      return false
    }
    return last
  }
}

extension [UInt8] {
  /// Whether a text is in these bytes.
  func contains(text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard count >= wanted.count else { return false }
    return (0...(count - wanted.count)).contains { self[$0...].starts(with: wanted) }
  }
}
