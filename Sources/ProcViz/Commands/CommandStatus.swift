import Glibc
import ProcModel

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
  static func write(_ sentence: String) { write(SafeOutput(line: "procviz: \(sentence)")) }

  /// Writes what may be shown.
  static func write(_ output: SafeOutput) {
    write(bytes: output.bytes)
  }

  /// Writes a line over the one that is there, on a terminal; nothing clears it.
  static func overwriteLine(_ text: String) {
    write(bytes: Array("\r\u{1B}[K\(Sanitizer.line(text))".utf8))
  }

  private static func write(bytes: [UInt8]) {
    let bytes = TerminalEncoding.encoded(bytes, for: STDERR_FILENO)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
