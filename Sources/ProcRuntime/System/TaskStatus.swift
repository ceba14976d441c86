import Glibc
import ProcSystem

/// What the kernel says about a process or thread in `/proc/ID/stat`.
struct TaskStatus {
  /// Whether it can still run: neither a zombie nor dead.
  let isAlive: Bool
  /// When it started, in ticks since boot; with its id, this identifies it uniquely.
  let startTicks: UInt64

  /// The status of the process or thread with this id.
  enum Lookup {
    case found(TaskStatus)
    case gone
    /// It could not be looked up: no descriptor left, no /proc.
    case unknown
  }

  /// Looks it up. Works for the id of any thread, and costs about 10 µs.
  static func look(up id: UInt32) -> Lookup {
    let descriptor = open("/proc/\(id)/stat", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return errno == ESRCH || !exists(id) ? .gone : .unknown }
    defer { close(descriptor) }
    return withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { buffer in
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count <= 0 { return count < 0 && errno == ESRCH ? .gone : .unknown }
      return parse(UnsafeRawBufferPointer(rebasing: buffer[..<count])).map(Lookup.found) ?? .unknown
    }
  }

  /// Whether the id belongs to anybody, alive or not: without /proc there is no file of a thread
  /// that is there.
  private static func exists(_ id: UInt32) -> Bool {
    kill(pid_t(bitPattern: id), 0) == 0 || errno != ESRCH
  }

  /// The name, in parentheses, may hold anything, so the fields are counted from its end: the state
  /// is the first after it, the start time the twentieth (`proc_pid_stat(5)`). Byte by byte, since
  /// every process of a run does this once.
  private static func parse(_ line: UnsafeRawBufferPointer) -> TaskStatus? {
    var place = line.count - 1
    while place >= 0, line[place] != UInt8(ascii: ")") { place -= 1 }
    guard place >= 0, place + 2 < line.count else { return nil }
    let state = line[place + 2]
    place += 2
    for _ in 1..<20 {
      while place < line.count, line[place] != UInt8(ascii: " ") { place += 1 }
      place += 1
    }
    var ticks: UInt64?
    while place < line.count, case let digit = line[place] &- UInt8(ascii: "0"), digit < 10 {
      ticks = (ticks ?? 0) &* 10 &+ UInt64(digit)
      place += 1
    }
    guard let ticks else { return nil }
    let isDead =
      state == UInt8(ascii: "Z") || state == UInt8(ascii: "X") || state == UInt8(ascii: "x")
    return TaskStatus(isAlive: !isDead, startTicks: ticks)
  }

  /// The process that a thread belongs to, or nil if the thread has ended.
  static func process(ofThread id: UInt32) -> Int32? {
    let descriptor = open("/proc/\(id)/status", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    let file = Descriptor(owning: descriptor)
    guard let bytes = try? file.readAll() else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    return lines.first { $0.hasPrefix("Tgid:") }
      .flatMap { $0.split(separator: "\t").last }.flatMap { Int32($0) }
  }
}
