import CNcurses
import Glibc

/// What is found out about the terminal before it is touched.
struct TerminalCheck {
  /// How large it is.
  let size: Size
  /// Which characters its locale shows.
  let characters: CharacterSupport

  /// Looks at the terminal without changing it.
  ///
  /// - Throws: ``TerminalError`` where the interface cannot be shown in it.
  init() throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    guard let name = getenv("TERM").map({ String(cString: $0) }), !name.isEmpty else {
      throw .termUnset
    }
    var status: Int32 = 0
    guard setupterm(nil, STDOUT_FILENO, &status) == 0, status == 1 else {
      throw .termUnknown(name)
    }
    guard cn_capability("cup") != nil, cn_capability("clear") != nil else {
      throw .cannotMoveCursor(name)
    }
    size = TerminalCheck.currentSize()
    guard Layout.fits(size) else { throw .tooSmall(size) }
    characters = CharacterSupport.choose()
  }

  /// The size that the kernel knows (tty_ioctl(4), TIOCGWINSZ), or that of the first terminals.
  static func currentSize() -> Size {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
    else { return Size(columns: 80, rows: 24) }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }
}
