/// What a cell means. Views speak of meanings only; a ``Palette`` turns them into colours.
struct Style: Hashable, Sendable {
  /// What the sign stands for.
  var role: Role
  /// What lies behind it.
  var ground: Ground = .page

  /// What a sign stands for.
  enum Role: Hashable, Sendable {
    /// Plain text, text of less weight, and what should hardly be seen.
    case text, dim, faint
    /// Headings and the names of things.
    case title
    /// Keys to press and the thing chosen.
    case key
    /// All is well; something is wrong; something deserves a look.
    case good, danger, warning
    /// A lane, by its number: lane 0 is the main process.
    case lane(Int)
    /// A lane's name where it should stand out.
    case laneTitle(Int)
    /// The holder of a lock, by the lock's number, and who waits for it.
    case holding(Int), waiting(Int)
    /// A lock's own name.
    case lock(Int)
    /// A mark on a line, and one where something went wrong.
    case mark, wrong
    /// Lines between panels.
    case rule
  }

  /// What lies behind a sign.
  enum Ground: Hashable, Sendable {
    /// The page; a bar across the screen; the chosen row of a list.
    case page, bar, chosen
    /// The block of a lock's holder, by the lock's number.
    case holding(Int)
  }

  static let text = Style(role: .text)
  static let dim = Style(role: .dim)
  static let faint = Style(role: .faint)
  static let title = Style(role: .title)
  static let key = Style(role: .key)
  static let good = Style(role: .good)
  static let danger = Style(role: .danger)
  static let warning = Style(role: .warning)
  static let rule = Style(role: .rule)
  static let bar = Style(role: .text, ground: .bar)

  /// The same meaning on another ground.
  func on(_ ground: Ground) -> Style { Style(role: role, ground: ground) }
}
