import CPtySupport
import Glibc

/// A process of the machine, as /proc shows it: proc(5).
public struct RunningProcess: Sendable, Hashable, CustomStringConvertible {
  /// Its process id.
  public let pid: Int32
  /// Its parent's.
  public let parent: Int32
  /// The letter of its state: `R` running, `S` asleep, `T` stopped, `Z` ended but not waited for.
  public let state: Character
  /// CPU time that it has used, user and system, in clock ticks (usually 10 ms).
  public let cpuTicks: UInt64
  /// Its arguments, joined by spaces.
  public let command: String

  /// For messages.
  public var description: String { "\(pid) (\(state)) \(command)" }

  /// The process with this id, or nil where there is none.
  public init?(pid: Int32) {
    guard let stat = contents(of: "/proc/\(pid)/stat") else { return nil }
    // The name is in brackets and may itself contain spaces and brackets.
    let text = String(decoding: stat, as: UTF8.self)
    guard let bracket = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: bracket)...].split(separator: " ")
    guard fields.count > 12, let state = fields[0].first, let parent = Int32(fields[1]),
      let user = UInt64(fields[11]), let system = UInt64(fields[12])
    else { return nil }
    self.pid = pid
    self.parent = parent
    self.state = state
    cpuTicks = user + system
    let line = contents(of: "/proc/\(pid)/cmdline") ?? []
    command = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }

  /// The environment that it was started with; empty where it cannot be read.
  public var environment: [String: String] {
    let variables = (contents(of: "/proc/\(pid)/environ") ?? []).split(separator: 0)
    return variables.reduce(into: [:]) { result, variable in
      let parts = variable.split(separator: UInt8(ascii: "="), maxSplits: 1)
        .map { String(decoding: $0, as: UTF8.self) }
      if parts.count == 2 { result[parts[0]] = parts[1] }
    }
  }

  /// The letter of this process's state, or nil where there is none.
  static func state(of pid: Int32) -> Character? {
    guard let stat = contents(of: "/proc/\(pid)/stat") else { return nil }
    let text = String(decoding: stat, as: UTF8.self)
    return text.lastIndex(of: ")").flatMap { text[$0...].dropFirst(2).first }
  }

  /// All live processes that came of the program with these surroundings, itself included, wherever
  /// they have moved: they have inherited its mark. Those that have ended and only wait to be
  /// waited for are not among them.
  public static func all(in surroundings: Surroundings) -> [RunningProcess] {
    let mark = Array(surroundings.mark.utf8)
    return directoryEntries(of: "/proc").compactMap(Int32.init(_:)).sorted()
      .filter { pid in
        contents(of: "/proc/\(pid)/environ")?.split(separator: 0).contains {
          $0.elementsEqual(mark)
        }
          ?? false
      }
      .compactMap(RunningProcess.init(pid:)).filter { $0.state != "Z" }
  }

  /// Waits until none of these processes is left.
  ///
  /// - Throws: ``Failure`` with those that are, at the deadline.
  public static func waitUntilGone(
    in surroundings: Surroundings, besides stayer: Int32? = nil, by deadline: Deadline
  ) throws {
    while let survivor = all(in: surroundings).first(where: { $0.pid != stayer }) {
      let descriptor = cpty_pidfd(survivor.pid)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, deadline.milliseconds) == 0 {
        throw Failure("left behind: \(all(in: surroundings))")
      }
    }
  }
}
