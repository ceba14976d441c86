import Glibc

/// Clocks and statistics.
enum Measuring {
  /// Seconds of `CLOCK_MONOTONIC`.
  static func now() -> Double { seconds(CLOCK_MONOTONIC) }

  /// Seconds of CPU that this process has used.
  static func cpu() -> Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The text of a file; empty where it cannot be read.
  static func text(of path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var text: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&bytes, 1, bytes.count, file), count > 0 {
      text += bytes[..<count]
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Seconds of CPU that another process has used (proc(5), fields 14 and 15 of `stat`).
  static func cpu(of pid: Int32) -> Double {
    let text = text(of: "/proc/\(pid)/stat")
    let fields = text[(text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ")
    guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else {
      return 0
    }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// The value below which `share` of the values lie.
  static func percentile(_ share: Double, of values: [Double]) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.last else { return .nan }
    let index = Int(Double(sorted.count) * share)
    return index < sorted.count ? sorted[index] : last
  }

  /// A number with so many decimals.
  static func text(_ value: Double, decimals: Int = 1) -> String {
    let factor = pow(10, Double(decimals))
    let rounded = (value * factor).rounded() / factor
    return decimals == 0 ? String(Int(rounded)) : String(rounded)
  }

  /// An executable that is built beside this one.
  static func built(_ name: String) throws -> String {
    guard let path = realpath("/proc/self/exe", nil) else {
      throw BenchmarkError(description: "no path of this program")
    }
    defer { free(path) }
    let own = String(cString: path)
    return own[..<(own.lastIndex(of: "/") ?? own.startIndex)] + "/\(name)"
  }
}
