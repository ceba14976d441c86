import ArgumentParser
import ProcModel
import ProcSession

/// `procviz replay FILE`: a recorded run, on the screen or without one.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Look at a recorded run.",
    usage: """
      procviz replay FILE [--play] [--speed FACTOR]
      procviz replay FILE --headless [--format FORMAT]
      """,
    discussion: """
      All of it is there at once, to be looked at; space, or --play, plays it in the time that the run \
      took. With --headless, it says what the recorded run itself said, byte for byte, and its exit \
      status is that of the run: 0, 3, or 1; 128 and the number of a signal that ended it. 1, too, \
      where the recording cannot be read or breaks off.
      """)

  @OptionGroup var common: CommonOptions

  @Flag(help: "Play it in the time that the run took.")
  var play = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Play it so many times as fast: 1/64 … 1024; 0.5 is half as fast.", valueName: "factor"))
  var speed: String?

  @Flag(help: "Without a terminal: say what happened on standard output.")
  var headless = false

  @Option(help: "With --headless: text (sentences, default) or jsonl (a JSON object a line).")
  var format: OutputFormat?

  @Argument(help: ArgumentHelp("The recording; with --headless, - is standard input."))
  var file: String

  func run() throws {
    let speed: Double?
    do throws(UsageError) {
      speed = try checkedSpeed()
    } catch {
      StandardError.write(error.text[common.language])
      throw ExitCode(CommandStatus.usage.rawValue)
    }
    guard headless else {
      throw ExitCode(RecordingScreen.replay(file, speed: speed, common).rawValue)
    }
    var replay = Replay(path: file, format: format ?? .text, language: common.language)
    throw ExitCode(replay.perform())
  }
}

extension ReplayCommand {
  /// How fast it is to be played; nil: not at all.
  private func checkedSpeed() throws(UsageError) -> Double? {
    if headless, play { throw .notTogether("--headless", "--play") }
    if headless, speed != nil { throw .notTogether("--headless", "--speed") }
    if !headless, format != nil { throw .needs("--format", "--headless") }
    if !headless, file == "-" { throw .watchWithView }
    guard let speed else { return play ? 1 : nil }
    guard let factor = Self.number(speed), ReplayState.speeds.contains(factor) else {
      throw .notAllowed("--speed", speed, "1/64 … 1024")
    }
    return factor
  }

  /// A number, or a fraction of two.
  private static func number(_ text: String) -> Double? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Double($0) }
    guard parts.count == 2, let above = parts[0], let below = parts[1] else { return Double(text) }
    return above / below
  }
}
