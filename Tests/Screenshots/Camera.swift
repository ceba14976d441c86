import CPtySupport
import Glibc
import TerminalHarness

/// The terminal emulator around this program: what is written to it, and pictures of its window.
final class Camera {
  /// Its size in cells.
  let size: TerminalSize
  /// Where the pictures go.
  let folder: String
  private let window: String
  private let surroundings: Surroundings

  /// The terminal on standard input and output, and the window that it has told (`WINDOWID`).
  init(folder: String) throws {
    guard let window = getenv("WINDOWID"), let display = getenv("DISPLAY") else {
      throw Failure("WINDOWID and DISPLAY are not set: this has to run inside a terminal emulator")
    }
    self.folder = folder
    self.window = String(cString: window)
    surroundings = try Surroundings(["DISPLAY": String(cString: display)])
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard cpty_size(STDOUT_FILENO, &rows, &columns) == 0 else { throw Failure("not a terminal") }
    size = TerminalSize(Int(columns), Int(rows))
    var settings = termios()
    tcgetattr(STDIN_FILENO, &settings)
    cfmakeraw(&settings)
    tcsetattr(STDIN_FILENO, TCSANOW, &settings)
  }

  /// Writes to the terminal.
  func show(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Forgets all that was shown: RIS.
  func reset() { show(Array("\u{1B}c".utf8)) }

  /// Takes a picture as NAME.png, once the terminal has drawn all that it was sent: it has answered a
  /// question that came after it, and two pictures in a row are the same (or the screen never rests).
  func take(_ name: String) throws {
    try awaitAnswer()
    let path = "\(folder)/\(name).png"
    var last: [UInt8] = []
    for _ in 0..<3 {
      let result = try Command.run(
        "/usr/bin/import", ["-window", window, "-strip", path], surroundings: surroundings)
      guard result.ending == .code(0) else { throw Failure("import: \(result.errors)") }
      let picture = try read(path)
      if picture == last { return }
      last = picture
    }
  }

  /// Asks where the cursor is (DSR 6) and waits for the answer: all that came before is understood.
  private func awaitAnswer() throws {
    show(Array("\u{1B}[6n".utf8))
    var byte: UInt8 = 0
    repeat {
      var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 20_000) > 0, Glibc.read(STDIN_FILENO, &byte, 1) == 1 else {
        throw Failure("the terminal emulator does not answer")
      }
    } while byte != UInt8(ascii: "R")
  }

  private func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw Failure("no picture at \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
