/// A line that the user types at the bottom of the screen.
struct LineEditor: Sendable, Hashable {
  /// What it is for.
  enum Purpose: Sendable, Hashable {
    /// Input for the program.
    case input
    /// Looking for events.
    case find
  }

  /// What it is for.
  let purpose: Purpose
  /// What was typed.
  var text = ""

  private static let longest = 1000

  /// Takes a key that changes the text.
  mutating func edit(_ key: Key) {
    switch key {
    case .character(let sign) where text.utf8.count < Self.longest: text.append(sign)
    case .backspace, .delete: text = String(text.dropLast())
    default: break
    }
  }
}
