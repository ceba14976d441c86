/// What processes say on standard error where they crash: it is told there, and nowhere else.
struct LastWords: Sendable {
  /// The last line that tells of a crash, by pid.
  private var lines: [Int32: String] = [:]

  /// The most processes whose words are kept: an absurd run may have any number.
  private static let most = 256
  /// What is in the lines by which the run-time systems of languages tell of a crash.
  private static let signs = [
    "Fatal error", "Precondition failed", "Assertion failed", "Assertion `", "terminate called",
    "panicked at",
  ]

  /// Takes note of what was printed, if it was on standard error.
  mutating func note(_ event: Event) {
    guard event.value == 2, lines[event.pid] != nil || lines.count < Self.most else { return }
    for line in event.text.split(whereSeparator: \.isNewline)
    where Self.signs.contains(where: { line.contains($0) }) {
      lines[event.pid] = String(line)
    }
  }

  /// Why the process with this pid has crashed, in its own words, safe to show; nil: it did not say.
  func ofCrash(_ pid: Int32) -> String? {
    guard let line = lines[pid] else { return nil }
    let safe = Sanitizer.line(line)
    return safe.isEmpty ? nil : safe
  }
}
