import CNcurses
import CProcSupport
import Glibc

/// The terminal, through ncurses. Between ``open(palette:)`` and ``close()`` the screen is ours;
/// however the program ends, the terminal is as it was.
final class Terminal {
  private var saved = termios()
  private var inks: Inks
  private var shown: Frame?
  private var isOpen = false

  /// Takes over the screen.
  ///
  /// - Parameter allowsColour: whether colours may be used at all.
  /// - Throws: ``TerminalError/failed`` where ncurses cannot; the terminal is then as it was.
  init(allowsColour: Bool) throws(TerminalError) {
    guard tcgetattr(STDIN_FILENO, &saved) == 0 else { throw .failed }
    // The way back is known before the first step.
    let text = Terminal.restoration()
    guard pv_terminal_guard(&saved, text, text.utf8.count) == 0 else { throw .failed }
    pv_terminal_arm()
    pv_terminal_never_wait()
    guard cn_newterm() != nil else {
      tcsetattr(STDIN_FILENO, TCSANOW, &saved)
      pv_terminal_disarm()
      throw .failed
    }
    inks = Inks(allowsColour: allowsColour)
    isOpen = true
    configure()
  }

  deinit { close() }

  /// Puts a frame on the screen; only what changed since the last one is sent.
  func show(_ frame: Frame) {
    guard let window = cn_stdscr() else { return }
    for row in 0..<frame.size.rows {
      if let shown, shown.size == frame.size, shown.row(row) == frame.row(row) { continue }
      draw(frame.row(row), row: row, in: window)
    }
    if let cursor = frame.cursor {
      wmove(window, Int32(cursor.row), Int32(cursor.column))
    }
    if shown?.cursor != frame.cursor || shown == nil { curs_set(frame.cursor == nil ? 0 : 1) }
    wrefresh(window)
    shown = frame
  }

  /// Tells ncurses of a new size; the next frame is drawn whole.
  func resize(to size: Size) {
    resizeterm(Int32(size.rows), Int32(size.columns))
    wclear(cn_stdscr())
    shown = nil
  }

  /// Puts a text into the clipboard, where the terminal allows that (xterm's control sequence OSC 52);
  /// not on the console of Linux, which may not know how to pass over it.
  func copy(_ text: String) {
    guard getenv("TERM").map({ String(cString: $0) }) != "linux", text.utf8.count < 70_000 else {
      return
    }
    send("\u{1B}]52;c;\(Base64.encoded(text))\u{07}")
  }

  /// Gives the screen back and stops the program until it is continued (Ctrl-Z, `fg`).
  func suspend() {
    release()
    pv_signal_default(SIGTSTP)
    kill(getpid(), SIGTSTP)
    // Continued here.
    pv_terminal_arm()
    tcgetattr(STDIN_FILENO, &saved)
    configure()
    clearok(cn_stdscr(), true)
    shown = nil
  }

  /// Gives the screen back for good.
  func close() {
    guard isOpen else { return }
    isOpen = false
    release()
  }

  private func release() {
    if hasMouse { send(MouseReport.off) }
    endwin()
    showCursor()
    tcsetattr(STDIN_FILENO, TCSANOW, &saved)
    pv_terminal_disarm()
  }

  /// Says once more that the cursor is to be seen: some terminals (libvterm's, as in Neovim) take
  /// back with the old screen how it was when ncurses last saved its place.
  private func showCursor() {
    guard let text = cn_capability("cnorm") else { return }
    send(String(cString: text))
  }

  private var hasMouse: Bool { cn_capability("kmous") != nil }

  private func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }

  private func configure() {
    cbreak()
    noecho()
    nonl()
    // ``Keyboard`` reads, not ncurses: it never waits, and drawing does not look for keys.
    pv_terminal_never_wait()
    def_prog_mode()
    typeahead(-1)
    let window = cn_stdscr()
    keypad(window, true)
    leaveok(window, false)
    curs_set(0)
    if hasMouse { send(MouseReport.on) }
  }

  /// One row, whole: half of a wide sign is then never left over.
  private func draw(_ cells: ArraySlice<Cell>, row: Int, in window: UnsafeMutablePointer<WINDOW>) {
    wmove(window, Int32(row), 0)
    var glyph = cchar_t()
    for cell in cells where cell.width > 0 {
      var scalars = cell.glyph.unicodeScalars.prefix(5).map { wchar_t(bitPattern: $0.value) }
      scalars.append(0)
      let look = inks.look(of: cell.style)
      setcchar(&glyph, scalars, look.attributes, look.pair, nil)
      wadd_wch(window, &glyph)
    }
  }

  /// What a crash must send: end of attributes and keypad, mouse off, old screen, cursor shown.
  private static func restoration() -> String {
    let names = ["sgr0", "op", "rmkx", "rmcup", "cnorm"]
    let mouseOff = cn_capability("kmous") == nil ? "" : MouseReport.off
    return mouseOff + names.compactMap { cn_capability($0).map { String(cString: $0) } }.joined()
  }
}
