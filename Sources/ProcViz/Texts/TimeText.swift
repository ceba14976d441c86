import ProcModel

/// Times and durations as people read them.
enum TimeText {
  /// `00:00.412`: minutes, seconds, milliseconds.
  static func clock(_ nanoseconds: UInt64) -> String {
    let milliseconds = nanoseconds / 1_000_000
    let minutes = milliseconds / 60_000
    return padded(minutes, 2) + ":" + padded(milliseconds / 1000 % 60, 2) + "."
      + padded(milliseconds % 1000, 3)
  }

  /// `850 µs`, `12 ms`, `1.2 s`, `3:07 min`.
  static func short(_ nanoseconds: UInt64) -> String {
    switch nanoseconds {
    case ..<1_000: "\(nanoseconds) ns"
    case ..<1_000_000: "\(nanoseconds / 1_000) µs"
    case ..<10_000_000: tenths(nanoseconds, of: 1_000_000) + " ms"
    case ..<1_000_000_000: "\(nanoseconds / 1_000_000) ms"
    case ..<60_000_000_000: tenths(nanoseconds, of: 1_000_000_000) + " s"
    default:
      "\(nanoseconds / 60_000_000_000):\(padded(nanoseconds / 1_000_000_000 % 60, 2)) min"
    }
  }

  private static func tenths(_ nanoseconds: UInt64, of unit: UInt64) -> String {
    "\(nanoseconds / unit).\(nanoseconds % unit / (unit / 10))"
  }

  private static func padded(_ number: UInt64, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
