/// How a meaning looks: colour numbers of the terminal, and attributes.
struct Ink: Hashable, Sendable {
  /// Colour number, or nil for the terminal's own.
  var foreground: Int16?
  /// Colour number, or nil for the terminal's own.
  var background: Int16?
  var isBold = false
  var isDim = false
  var isReverse = false
  var isUnderlined = false
}

/// Turns meanings into looks. Colour numbers are the fixed ones of 256-colour terminals (16 to 255,
/// which nobody redefines), or the eight that every colour terminal has, or none.
enum Palette: Sendable, Hashable {
  case colours256
  case colours8
  case monochrome

  /// The palette for a terminal with `colours` colours.
  init(colours: Int, isAllowed: Bool) {
    if !isAllowed || colours < 8 {
      self = .monochrome
    } else {
      self = colours >= 256 ? .colours256 : .colours8
    }
  }

  /// How `style` looks.
  func ink(for style: Style) -> Ink {
    switch self {
    case .colours256: Self.ink256(style)
    case .colours8: Self.ink8(style)
    case .monochrome: Self.inkPlain(style)
    }
  }
}
