import Glibc
import ProcSchedule
import ProcSystem

/// What the kernel tells of the processes of a run (proc_pid_stat(5)).
extension TaskActivity {
  /// What the processes of a group have done, and do; nil where the kernel does not tell (no /proc,
  /// no descriptor left). Costs a few microseconds for each process of the machine.
  static func ofGroup(_ group: Int32) -> TaskActivity? {
    guard let folder = opendir("/proc") else { return nil }
    defer { closedir(folder) }
    var activity: TaskActivity?
    while let entry = readdir(folder) {
      guard let pid = number(of: entry), let status = StatusLine(path: "/proc/\(pid)/stat"),
        status.group == group
      else { continue }
      activity = activity.adding(status.activity)
      if status.threads > 1 { activity = activity.adding(threads(of: pid)) }
    }
    return activity
  }

  /// What the threads of a process do. Their CPU time is part of its.
  private static func threads(of pid: Int32) -> TaskActivity? {
    guard let folder = opendir("/proc/\(pid)/task") else { return nil }
    defer { closedir(folder) }
    var activity: TaskActivity?
    while let entry = readdir(folder) {
      guard let thread = number(of: entry),
        let status = StatusLine(path: "/proc/\(pid)/task/\(thread)/stat")
      else { continue }
      activity = activity.adding(TaskActivity(cpu: 0, state: status.state))
    }
    return activity
  }

  /// The number that a folder is called by, if it is one.
  private static func number(of entry: UnsafeMutablePointer<dirent>) -> Int32? {
    withUnsafePointer(to: &entry.pointee.d_name) { name in
      name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) {
        Int32(String(cString: $0))
      }
    }
  }
}

extension Optional<TaskActivity> {
  /// Both together.
  fileprivate func adding(_ other: TaskActivity?) -> TaskActivity? {
    guard let self, let other else { return self ?? other }
    return TaskActivity(cpu: self.cpu + other.cpu, state: max(self.state, other.state))
  }
}

/// The line that the kernel writes about a process or thread.
private struct StatusLine {
  let state: TaskActivity.State
  let group: Int32
  let threads: Int
  /// In nanoseconds.
  let cpu: UInt64

  var activity: TaskActivity { TaskActivity(cpu: cpu, state: state) }

  /// Reads it; nil where it cannot be read, or understood.
  init?(path: String) {
    guard let fields = StatusFields(path: path), fields.count >= 18,
      let group = fields.number(5), let user = fields.number(14),
      let system = fields.number(15), let threads = fields.number(20)
    else { return nil }
    state = Self.state(fields.letter)
    self.group = Int32(truncatingIfNeeded: group)
    self.threads = Int(clamping: threads)
    cpu = UInt64(clamping: user &+ system) &* Self.tick
  }

  private static func state(_ letter: UInt8) -> TaskActivity.State {
    switch letter {
    case UInt8(ascii: "R"), UInt8(ascii: "D"): .running
    case UInt8(ascii: "T"), UInt8(ascii: "t"): .stopped
    default: .asleep
    }
  }

  /// A tick of the kernel's accounts, in nanoseconds.
  private static let tick = 1_000_000_000 / UInt64(max(1, sysconf(Int32(_SC_CLK_TCK))))
}

/// The fields of a line of proc_pid_stat(5), numbered as there, from the third on: the second, a
/// name in parentheses, may hold anything.
struct StatusFields {
  private let fields: [ArraySlice<UInt8>.SubSequence]

  /// Reads the line at `path`; nil where there is none.
  init?(path: String) {
    let number = retrying { open(path, O_RDONLY | O_CLOEXEC) }
    guard number >= 0 else { return nil }
    let file = Descriptor(owning: number)
    var bytes = [UInt8](repeating: 0, count: 2048)
    let length = bytes.withUnsafeMutableBytes { buffer in
      retrying { read(file.number, buffer.baseAddress, buffer.count) }
    }
    guard length > 0, let name = bytes[..<length].lastIndex(of: UInt8(ascii: ")")) else {
      return nil
    }
    fields = bytes[(name + 1)..<length].split { $0 == 0x20 || $0 == 0x0A }
    if fields.isEmpty { return nil }
  }

  /// How many there are, from the third on.
  var count: Int { fields.count }

  /// The state of the process: the third field.
  var letter: UInt8 { fields[0].first ?? 0 }

  /// The field with this number, if it is a number.
  func number(_ field: Int) -> Int64? {
    guard fields.indices.contains(field - 3) else { return nil }
    return Int64(String(decoding: fields[field - 3], as: UTF8.self))
  }
}
