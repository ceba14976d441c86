import ProcModel

/// A line that the user types at the bottom of the run screen.
struct LineEditor: Sendable, Hashable {
  /// What it is for.
  enum Purpose: Sendable, Hashable {
    /// Input for the program; the lane moves with it that is held before it reads.
    case input(LaneIndex?)
    /// Looking for events.
    case find
  }

  /// What it is for.
  let purpose: Purpose
  /// What was typed.
  var text = ""

  private static let longest = 1000

  /// Puts a character behind what was typed.
  mutating func insert(_ sign: Character) {
    if text.utf8.count < Self.longest { text.append(sign) }
  }

  /// Takes the last character away.
  mutating func erase() { text = String(text.dropLast()) }
}
