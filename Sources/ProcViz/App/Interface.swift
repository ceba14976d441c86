import CProcSupport
import Glibc
import ProcLessons
import ProcModel
import ProcSchedule
import ProcSession

/// The terminal interface, as the command line starts it.
enum Interface {
  /// How it is to be shown.
  struct Options {
    /// The language of all texts.
    var language: Language
    /// Whether it is drawn with ASCII signs only.
    var usesASCII = false
    /// Whether colours may be used.
    var usesColour = true
    /// The run to start with; nil: the menu.
    var opening: Opening?
    /// Records that run.
    var recorder: RecordingWriter?
    /// A recording to start with.
    var recording: OpenRecording?
  }

  /// A run to start with.
  struct Opening: Sendable {
    /// What runs.
    var subject: Subject
    /// The schedule that it is driven through; nil: it runs freely.
    var schedule: Schedule?

    /// Starts it.
    func effects(in state: inout AppState) -> [Effect] {
      guard let schedule else { return Update.launch(subject, in: &state) }
      return Update.launch(subject, schedule: schedule, in: &state)
    }
  }

  /// Shows the interface until the user ends it.
  ///
  /// - Returns: the exit status: 0, or 1 where it could not be shown; then standard error says why.
  ///   A signal that ends it does so after the terminal has been restored.
  static func run(_ options: Options) -> Int32 {
    do {
      return finish(try show(options))
    } catch {
      // Nothing has run.
      options.recorder?.discard()
      StandardError.write(error.text[options.language])
      return 1
    }
  }

  private static func show(_ options: Options) throws(TerminalError) -> Loop.Ending {
    let check = try TerminalCheck()
    SessionFolder.sweepAll()
    // In ASCII, Chinese cannot be shown.
    let language = check.characters == .ascii ? .en : options.language
    let state = AppState(
      size: check.size, language: language,
      glyphs: options.usesASCII || check.characters != .all ? .ascii : .unicode,
      scenarios: Tutorial.scenarios)
    // Signals are watched for as long as the terminal is ours, and a little longer.
    guard let signals = SignalPipe() else { throw .failed }
    let terminal = try Terminal(allowsColour: options.usesColour)
    defer { withExtendedLifetime(signals) { terminal.close() } }
    var loop = Loop(
      state: state, terminal: terminal, signals: signals, characters: check.characters,
      recorder: options.recorder)
    return loop.run(opening: options.opening, recording: options.recording)
  }

  /// Ends as a program does that the signal ended.
  private static func finish(_ ending: Loop.Ending) -> Int32 {
    guard case .bySignal(let signal) = ending else { return 0 }
    let number =
      switch signal {
      case .interrupt, .stop, .goOn: SIGINT
      case .terminate: SIGTERM
      case .hangUp: SIGHUP
      }
    pv_signal_default(number)
    raise(number)
    return 128 + number
  }
}
