import ProcModel

/// Why the interface cannot be shown in this terminal.
enum TerminalError: Error, Hashable {
  /// Standard input or output is not a terminal.
  case notATerminal
  /// The variable TERM is not set.
  case termUnset
  /// No description of the terminal that TERM names.
  case termUnknown(String)
  /// The terminal cannot place its cursor.
  case cannotMoveCursor(String)
  /// It has fewer cells than ``Layout/minimum``.
  case tooSmall(Size)
  /// ncurses refused.
  case failed

  /// What is wrong and what can be done, in one sentence.
  var text: Localized {
    switch self {
    case .notATerminal: TerminalTexts.notATerminal
    case .termUnset: TerminalTexts.termUnset
    case .termUnknown(let name): TerminalTexts.termUnknown(name)
    case .cannotMoveCursor(let name): TerminalTexts.cannotMoveCursor(name)
    case .tooSmall(let size): TerminalTexts.tooSmall(size)
    case .failed: TerminalTexts.failed
    }
  }
}
