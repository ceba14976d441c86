extension Palette {
  private static let black: Int16 = 0, red: Int16 = 1, green: Int16 = 2, yellow: Int16 = 3
  private static let magenta: Int16 = 5, cyan: Int16 = 6, white: Int16 = 7

  // How the eight colours look is up to the terminal; black on each of these can be read on all.
  private static let lanes8: [Int16] = [yellow, magenta, green]
  private static let locks8: [Int16] = [cyan, magenta, green, yellow]

  static func ink8(_ style: Style) -> Ink {
    var ink = foreground8(style.role)
    switch style.ground {
    case .page: break
    case .bar: ink = bar8(style.role)
    case .chosen:
      ink.isReverse = true
      ink.isDim = false
    case .holding(let lock):
      ink.background = locks8[lock % locks8.count]
      ink.foreground = black
      ink.isBold = false
    }
    return ink
  }

  /// Eight colours have no dark grey: the bars are white, and what matters in them has a colour of
  /// its own behind it.
  private static func bar8(_ role: Style.Role) -> Ink {
    switch role {
    case .key: Ink(foreground: black, background: white, isBold: true, isUnderlined: true)
    case .title: Ink(foreground: black, background: white, isBold: true)
    case .warning: Ink(foreground: black, background: yellow)
    case .danger, .wrong: Ink(foreground: white, background: red, isBold: true)
    case .good: Ink(foreground: black, background: green)
    case .lock(let lock): Ink(foreground: black, background: locks8[lock % locks8.count])
    default: Ink(foreground: black, background: white)
    }
  }

  private static func foreground8(_ role: Style.Role) -> Ink {
    switch role {
    case .text, .dim, .rule: Ink()
    case .faint: Ink(isDim: true)
    case .title, .mark: Ink(isBold: true)
    case .key: Ink(foreground: yellow, isBold: true)
    case .good: Ink(foreground: green)
    case .danger: Ink(foreground: red, isBold: true)
    case .warning: Ink(foreground: yellow)
    case .lane(let number): hue8(number, isBold: false)
    case .laneTitle(let number): hue8(number, isBold: true)
    case .holding(let lock), .waiting(let lock), .lock(let lock):
      Ink(foreground: locks8[lock % locks8.count], isBold: true)
    case .wrong: Ink(foreground: red, isBold: true)
    }
  }

  private static func hue8(_ number: Int, isBold: Bool) -> Ink {
    guard number > 0 else { return Ink(isBold: isBold) }
    return Ink(foreground: lanes8[(number - 1) % lanes8.count], isBold: isBold)
  }

  /// No colour at all: glyphs tell the states apart, and weight what matters.
  static func inkPlain(_ style: Style) -> Ink {
    var ink = Ink()
    switch style.role {
    case .title, .key, .laneTitle, .mark: ink.isBold = true
    case .danger, .wrong:
      ink.isBold = true
      ink.isUnderlined = true
    case .faint: ink.isDim = true
    case .text, .dim, .good, .warning, .lane, .holding, .waiting, .lock, .rule: break
    }
    if style.ground != .page {
      ink.isReverse = true
      ink.isDim = false
    }
    return ink
  }
}
