import ProcModel

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  /// The key with this sign.
  init(extendedGraphemeClusterLiteral sign: Character) { self = .character(sign) }
}

extension Key {
  /// How it is written.
  var label: Localized {
    switch self {
    case .character(" "): Localized(zh: "空格", en: "space")
    case .character(let sign): Localized(verbatim: String(sign))
    case .up: Localized(verbatim: "↑")
    case .down: Localized(verbatim: "↓")
    case .left: Localized(verbatim: "←")
    case .right: Localized(verbatim: "→")
    case .home: Localized(verbatim: "Home")
    case .end: Localized(verbatim: "End")
    case .pageUp: Localized(verbatim: "PgUp")
    case .pageDown: Localized(verbatim: "PgDn")
    case .shiftLeft: Localized(verbatim: "Shift+←")
    case .shiftRight: Localized(verbatim: "Shift+→")
    case .enter: Localized(verbatim: "Enter")
    case .escape: Localized(verbatim: "Esc")
    case .backspace: Localized(verbatim: "Backspace")
    case .delete: Localized(verbatim: "Delete")
    }
  }

  /// How some keys are written, one after the other: `n p`; digits as `1-9`.
  static func label(_ keys: [Key]) -> Localized {
    let digits = keys.filter { if case .character(let sign) = $0 { sign.isNumber } else { false } }
    guard digits.count > 2, let first = digits.first, let last = digits.last else {
      return Localized(
        zh: keys.map(\.label.zh).joined(separator: " "),
        en: keys.map(\.label.en).joined(separator: " "))
    }
    let range = Localized(verbatim: "\(first.label.en)-\(last.label.en)")
    let others = label(keys.filter { !digits.contains($0) })
    return others.en.isEmpty
      ? range : Localized(zh: "\(range.zh) \(others.zh)", en: "\(range.en) \(others.en)")
  }
}
