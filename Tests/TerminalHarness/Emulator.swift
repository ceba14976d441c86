import CVTerm

/// A terminal without a window: takes what a program writes, keeps the screen that a person would
/// see, and turns keys into the bytes that a terminal would send. libvterm, in UTF-8.
final class Emulator {
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>
  private let listener = Listener()

  /// What libvterm calls back about, gathered.
  fileprivate final class Listener {
    var modes = Screen.Modes()
    var answers: [UInt8] = []
  }

  init(size: TerminalSize) {
    terminal = vterm_new(Int32(size.rows), Int32(size.columns))
    vterm_set_utf8(terminal, 1)
    screen = vterm_obtain_screen(terminal)
    callbacks = .allocate(capacity: 1)
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.settermprop = { property, value, user in
      guard let value, let user else { return 0 }
      Unmanaged<Listener>.fromOpaque(user).takeUnretainedValue().note(property, value.pointee)
      return 1
    }
    let user = Unmanaged.passUnretained(listener).toOpaque()
    vterm_screen_set_callbacks(screen, callbacks, user)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
    vterm_output_set_callback(
      terminal,
      { bytes, count, user in
        guard let bytes, let user else { return }
        let answer = UnsafeRawBufferPointer(start: bytes, count: count)
        Unmanaged<Listener>.fromOpaque(user).takeUnretainedValue().answers += answer
      }, user)
  }

  deinit {
    vterm_free(terminal)
    callbacks.deallocate()
  }

  /// Takes what the program wrote.
  func receive(_ bytes: some Collection<UInt8>) {
    let text = bytes.map { CChar(bitPattern: $0) }
    _ = vterm_input_write(terminal, text, text.count)
  }

  /// What the terminal has to send to the program since the last call: keys, and its own answers.
  func takeAnswers() -> [UInt8] {
    defer { listener.answers = [] }
    return listener.answers
  }

  /// Makes the terminal larger or smaller.
  func resize(to size: TerminalSize) {
    vterm_set_size(terminal, Int32(size.rows), Int32(size.columns))
  }

  /// A key is pressed; the bytes are among the ``takeAnswers()``.
  func press(_ key: Key) {
    switch key {
    case .character(let scalar): vterm_keyboard_unichar(terminal, scalar.value, VTERM_MOD_NONE)
    case .control(let scalar): vterm_keyboard_unichar(terminal, scalar.value, VTERM_MOD_CTRL)
    case .click(let position): turn(button: 1, at: position)
    case .wheelUp(let position): turn(button: 4, at: position)
    case .wheelDown(let position): turn(button: 5, at: position)
    default:
      if let code = Emulator.code(of: key) { vterm_keyboard_key(terminal, code, VTERM_MOD_NONE) }
    }
  }

  /// Presses and releases a button of the mouse.
  private func turn(button: Int32, at position: Screen.Position) {
    vterm_mouse_move(terminal, Int32(position.row), Int32(position.column), VTERM_MOD_NONE)
    vterm_mouse_button(terminal, button, true, VTERM_MOD_NONE)
    if button < 4 { vterm_mouse_button(terminal, button, false, VTERM_MOD_NONE) }
  }

  private static func code(of key: Key) -> VTermKey? {
    switch key {
    case .up: VTERM_KEY_UP
    case .down: VTERM_KEY_DOWN
    case .left: VTERM_KEY_LEFT
    case .right: VTERM_KEY_RIGHT
    case .home: VTERM_KEY_HOME
    case .end: VTERM_KEY_END
    case .pageUp: VTERM_KEY_PAGEUP
    case .pageDown: VTERM_KEY_PAGEDOWN
    case .enter: VTERM_KEY_ENTER
    case .escape: VTERM_KEY_ESCAPE
    case .tab: VTERM_KEY_TAB
    case .backspace: VTERM_KEY_BACKSPACE
    case .delete: VTERM_KEY_DEL
    case .character, .control, .click, .wheelUp, .wheelDown: nil
    }
  }
}

extension Emulator {
  /// What stands on the terminal now.
  func snapshot() -> Screen {
    var rows: Int32 = 0
    var columns: Int32 = 0
    vterm_get_size(terminal, &rows, &columns)
    let cells = (0..<rows).map { row in (0..<columns).map { column in cell(row, column) } }
    var cursor = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &cursor)
    return Screen(
      cells: cells, cursor: Screen.Position(row: Int(cursor.row), column: Int(cursor.col)),
      modes: listener.modes)
  }

  private func cell(_ row: Int32, _ column: Int32) -> Cell {
    var raw = cv_cell()
    guard cv_get_cell(screen, row, column, &raw) else { return Cell(text: " ", style: .init()) }
    let text = Emulator.text(raw)
    // What libvterm keeps as the look of a wide character's second half is what was there before.
    if text.isEmpty { return Cell(text: "", style: .plain) }
    let style = Cell.Style(
      foreground: Emulator.colour(raw.foreground), background: Emulator.colour(raw.background),
      isBold: raw.bold, isUnderlined: raw.underline, isReversed: raw.reverse)
    return Cell(text: text, style: style)
  }

  private static func text(_ cell: cv_cell) -> String {
    let (first, second, third, fourth, fifth, sixth) = cell.chars
    if first == UInt32.max { return "" }
    if first == 0 { return " " }
    var text = String.UnicodeScalarView()
    for value in [first, second, third, fourth, fifth, sixth].prefix(while: { $0 != 0 }) {
      text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return String(text)
  }

  private static func colour(_ colour: cv_colour) -> Colour {
    switch colour.kind {
    case 0: .standard
    case 1: .indexed(colour.index)
    default: .rgb(colour.red, colour.green, colour.blue)
    }
  }
}

extension Emulator.Listener {
  fileprivate func note(_ property: VTermProp, _ value: VTermValue) {
    switch property {
    case VTERM_PROP_ALTSCREEN: modes.alternateScreen = value.boolean != 0
    case VTERM_PROP_CURSORVISIBLE: modes.cursorVisible = value.boolean != 0
    case VTERM_PROP_MOUSE: modes.mouse = value.number != 0
    case VTERM_PROP_TITLE: modes.title = value.string.map { String(cString: $0) }
    default: break
    }
  }
}
