extension Palette {
  /// Lanes: the main process is light grey, then hues that people with any of the common colour
  /// weaknesses can tell apart next to each other (after Okabe and Ito).
  private static let lanes: [Int16] = [252, 110, 215, 79, 176, 186, 117, 209, 150, 147]
  // The page is painted, too: light hues on a white terminal could not be read.

  /// Locks: hues that no lane has.
  private static let locks: [Int16] = [75, 178, 141, 37]

  static func ink256(_ style: Style) -> Ink {
    var ink = foreground256(style.role)
    switch style.ground {
    case .page: ink.background = 233
    case .bar: ink.background = 236
    case .chosen: ink.background = 237
    case .holding(let lock):
      ink.background = locks[lock % locks.count]
      ink.foreground = style.role == .wrong ? 88 : 16
      ink.isBold = true
    }
    return ink
  }

  private static func foreground256(_ role: Style.Role) -> Ink {
    switch role {
    case .text: Ink(foreground: 252)
    case .dim: Ink(foreground: 246)
    case .faint: Ink(foreground: 241)
    case .title: Ink(foreground: 255, isBold: true)
    case .key: Ink(foreground: 221, isBold: true)
    case .good: Ink(foreground: 114)
    case .danger: Ink(foreground: 203)
    case .warning: Ink(foreground: 221)
    case .lane(let number): Ink(foreground: hue(number))
    case .laneTitle(let number): Ink(foreground: hue(number), isBold: true)
    case .holding(let lock), .waiting(let lock), .lock(let lock):
      Ink(foreground: locks[lock % locks.count])
    case .mark: Ink(foreground: 255, isBold: true)
    case .wrong: Ink(foreground: 203, isBold: true)
    case .rule: Ink(foreground: 240)
    }
  }

  /// Lane 0 alone is grey; the other hues take turns.
  private static func hue(_ number: Int) -> Int16 {
    number == 0 ? lanes[0] : lanes[1 + (number - 1) % (lanes.count - 1)]
  }
}
