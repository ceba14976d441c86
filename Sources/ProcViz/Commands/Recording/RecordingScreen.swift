import CProcSupport
import Glibc
import ProcModel
import ProcSession

/// The way from a recording to the interface. What is no recording is told before the terminal is
/// touched.
enum RecordingScreen {
  /// Opens a file.
  static func replay(_ path: String, speed: Double?, _ options: CommonOptions) -> CommandStatus {
    open(options) { () throws(RecordingError) in
      let file = try RecordingFile(path: path)
      return (file, try file.waitForHeader(), speed)
    }
  }

  /// Opens a stream. While its header has not come, the terminal is not touched: whatever brings it
  /// (ssh) may want to ask something.
  static func view(_ path: String, _ options: CommonOptions) -> CommandStatus {
    if path == "-", isatty(STDIN_FILENO) == 1 {
      StandardError.write(UsageError.nothingToView.text[options.language])
      return .usage
    }
    return open(options) { () throws(RecordingError) in
      let file = try RecordingFile(stream: path)
      let header = try file.waitForHeader()
      if path == "-" { takeKeyboard() }
      return (file, header, nil)
    }
  }

  private static func open(
    _ options: CommonOptions,
    _ find: () throws(RecordingError) -> (RecordingFile, RecordingHeader, Double?)
  ) -> CommandStatus {
    do throws(RecordingError) {
      let (file, header, speed) = try find()
      let about = ReplayTexts.about(header, date: date(header.clock.wall))
      return TerminalInterface.open(
        OpenRecording(
          file: file, header: header, isStream: file.size == nil, speed: speed, about: about),
        options)
    } catch {
      StandardError.write(error.message[options.language])
      return .failed
    }
  }

  /// Makes the terminal standard input: what was, has brought the stream (which has a descriptor of
  /// its own by now).
  private static func takeKeyboard() {
    let terminal = Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return }
    dup2(terminal, STDIN_FILENO)
    close(terminal)
  }

  /// A time of day (nanoseconds since 1970) as people here write it.
  private static func date(_ wall: UInt64) -> String {
    var time = time_t(wall / 1_000_000_000)
    var parts = tm()
    guard localtime_r(&time, &parts) != nil else { return "?" }
    var text = [CChar](repeating: 0, count: 64)
    strftime(&text, text.count, "%Y-%m-%d %H:%M", &parts)
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
