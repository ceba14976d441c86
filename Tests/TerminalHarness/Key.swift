/// What a person does at a terminal.
public enum Key: Sendable, Hashable, ExpressibleByUnicodeScalarLiteral {
  /// A key that writes a character.
  case character(Unicode.Scalar)
  /// A letter with the control key held down: `.control("c")`.
  case control(Unicode.Scalar)
  case up, down, left, right, home, end, pageUp, pageDown
  case enter, escape, tab, backspace, delete
  /// The left button is pressed and released over this cell.
  case click(Screen.Position)
  /// The wheel is turned by one notch over this cell.
  case wheelUp(Screen.Position)
  case wheelDown(Screen.Position)

  /// A literal character: `terminal.press("q")`.
  public init(unicodeScalarLiteral scalar: Unicode.Scalar) { self = .character(scalar) }
}
