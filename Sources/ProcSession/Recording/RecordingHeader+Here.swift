import CProcSupport
import Glibc
public import ProcModel
import ProcSystem

extension RecordingHeader {
  /// The header of a recording that is begun here and now.
  ///
  /// - Parameters:
  ///   - program: the version of this program.
  ///   - subject: what runs.
  ///   - schedule: the schedule that the run is driven through from its start, as a line of text.
  public static func here(program: String, subject: RecordedSubject, schedule: String? = nil)
    -> RecordingHeader
  {
    var wall = timespec()
    clock_gettime(CLOCK_REALTIME, &wall)
    let time = UInt64(max(0, wall.tv_sec)) * 1_000_000_000 + UInt64(wall.tv_nsec)
    return RecordingHeader(
      program: program, subject: subject, schedule: schedule,
      clock: Clock(origin: MonotonicClock.now, wall: time), host: .here)
  }
}

extension RecordingHeader.Machine {
  /// This machine (uname(2)).
  public static var here: RecordingHeader.Machine {
    var names = utsname()
    guard uname(&names) == 0 else { return RecordingHeader.Machine() }
    func text<Field>(_ field: Field) -> String {
      withUnsafeBytes(of: field) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
    }
    return RecordingHeader.Machine(
      name: text(names.nodename), system: "\(text(names.sysname)) \(text(names.release))",
      machine: text(names.machine), cpus: max(0, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }
}
