import ArgumentParser
import ProcModel

/// `procviz replay FILE`: a recorded run.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Look at a recorded run.",
    usage: "procviz replay FILE [--headless [--format FORMAT]]",
    discussion: """
      With --headless, it says what the recorded run itself said, byte for byte, and its exit status \
      is that of the run: 0, 3, or 1; 128 and the number of a signal that ended it. 1, too, where the \
      recording cannot be read or breaks off.
      """)

  @OptionGroup var common: CommonOptions

  @Flag(help: "Without a terminal: say what happened on standard output.")
  var headless = false

  @Option(help: "With --headless: text (sentences) or jsonl (a JSON object a line).")
  var format = OutputFormat.text

  @Argument(help: ArgumentHelp("The recording; with --headless, - is standard input."))
  var file: String

  func run() throws {
    var replay = Replay(path: file, format: format, language: common.language)
    throw ExitCode(replay.perform())
  }
}
