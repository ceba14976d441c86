import CNcurses

/// The looks that ncurses knows: colour pairs are made when they are first needed.
struct Inks {
  /// How to ask ncurses for a look.
  struct NcursesLook {
    let attributes: attr_t
    let pair: Int16
  }

  private struct Colours: Hashable {
    let foreground: Int16
    let background: Int16
  }

  private let palette: Palette
  private var pairs: [Colours: Int16] = [:]
  private var looks: [Style: NcursesLook] = [:]

  /// The looks of the terminal that ncurses was started with.
  init(allowsColour: Bool) {
    let hasColours = allowsColour && has_colors()
    if hasColours {
      start_color()
      use_default_colors()
    }
    palette = Palette(colours: hasColours ? Int(cn_colors()) : 0, isAllowed: allowsColour)
  }

  /// The look of `style`.
  mutating func look(of style: Style) -> NcursesLook {
    if let look = looks[style] { return look }
    let ink = palette.ink(for: style)
    var attributes: attr_t = 0
    if ink.isBold { attributes |= cn_bold() }
    if ink.isDim { attributes |= cn_dim() }
    if ink.isReverse { attributes |= cn_reverse() }
    if ink.isUnderlined { attributes |= cn_underline() }
    let look = NcursesLook(attributes: attributes, pair: pair(of: ink))
    looks[style] = look
    return look
  }

  private mutating func pair(of ink: Ink) -> Int16 {
    let colours = Colours(foreground: ink.foreground ?? -1, background: ink.background ?? -1)
    if colours.foreground < 0, colours.background < 0 { return 0 }
    if let pair = pairs[colours] { return pair }
    let pair = Int16(pairs.count + 1)
    // The pair's number is kept in 8 bits by some terminals' descriptions: the last one is shared.
    guard pair < 255, init_pair(pair, colours.foreground, colours.background) == OK else {
      return 0
    }
    pairs[colours] = pair
    return pair
  }
}
