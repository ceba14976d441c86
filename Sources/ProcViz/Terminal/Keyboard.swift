import CNcurses

/// Reads what the user did out of ncurses, without waiting.
enum Keyboard {
  /// The next key or movement of the mouse, or nil where there is none for now.
  static func next() -> Message? {
    var code: wint_t = 0
    while true {
      let status = wget_wch(cn_stdscr(), &code)
      if status == ERR { return nil }
      if let message = status == KEY_CODE_YES ? special(Int32(bitPattern: code)) : typed(code) {
        return message
      }
    }
  }

  private static func typed(_ code: wint_t) -> Message? {
    switch code {
    case 27: escape()
    case 10, 13: .key(.enter)
    case 8, 127: .key(.backspace)
    case 3: .signal(.interrupt)
    default:
      UnicodeScalar(code).flatMap { $0.value < 32 ? nil : .key(.character(Character($0))) }
    }
  }

  /// Esc itself, or a sequence that the terminal's description does not have: some terminals send
  /// the arrows' other form. What nobody knows is read to its end and forgotten.
  private static func escape() -> Message? {
    var code: wint_t = 0
    guard wget_wch(cn_stdscr(), &code) == OK else { return .key(.escape) }
    guard code == 91 || code == 79 else {  // [ and O
      unget_wch(wchar_t(bitPattern: code))
      return .key(.escape)
    }
    var sequence = ""
    while wget_wch(cn_stdscr(), &code) == OK, let scalar = UnicodeScalar(code) {
      sequence.unicodeScalars.append(scalar)
      if (64...126).contains(code) { break }
    }
    return otherForms[sequence].map { .key($0) }
  }

  /// Keys by what follows `ESC [` or `ESC O` (xterm's control sequences).
  private static let otherForms: [String: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "1~": .home, "4~": .end,
    "7~": .home, "8~": .end, "5~": .pageUp, "6~": .pageDown, "3~": .delete, "M": .enter,
    "1;2C": .shiftRight, "1;2D": .shiftLeft,
  ]

  private static func special(_ code: Int32) -> Message? {
    switch code {
    case KEY_UP: .key(.up)
    case KEY_DOWN: .key(.down)
    case KEY_LEFT: .key(.left)
    case KEY_RIGHT: .key(.right)
    case KEY_SLEFT: .key(.shiftLeft)
    case KEY_SRIGHT: .key(.shiftRight)
    case KEY_HOME: .key(.home)
    case KEY_END: .key(.end)
    case KEY_PPAGE: .key(.pageUp)
    case KEY_NPAGE: .key(.pageDown)
    case KEY_ENTER: .key(.enter)
    case KEY_BACKSPACE: .key(.backspace)
    case KEY_DC: .key(.delete)
    case KEY_MOUSE: mouse()
    default: nil
    }
  }

  private static func mouse() -> Message? {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return nil }
    let place = Point(row: Int(event.y), column: Int(event.x))
    if event.bstate & cn_mouse_left() != 0 { return .mouse(.press(place)) }
    if event.bstate & cn_mouse_wheel_up() != 0 { return .mouse(.wheelUp(place)) }
    if event.bstate & cn_mouse_wheel_down() != 0 { return .mouse(.wheelDown(place)) }
    return nil
  }
}
