import Glibc

/// How the program ends (the contract's exit statuses).
enum CommandStatus: Int32, Sendable {
  /// It ran, and nothing was found.
  case ok = 0
  /// It could not run, or failed.
  case failed = 1
  /// Nothing was found, but not everything was tried.
  case inconclusive = 2
  /// It ran, and there is a finding.
  case finding = 3
  /// The command line was wrong (`EX_USAGE`).
  case usage = 64

  /// Ends the process.
  func exit() -> Never { Glibc.exit(rawValue) }
}

/// Standard error.
enum StandardError {
  /// Writes a sentence for the user, with the program's name in front.
  static func write(_ sentence: String) {
    let line = Array("procviz: \(sentence)\n".utf8)
    _ = line.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
