import ArgumentParser
import Glibc
import ProcExport
import ProcModel
import ProcSession

/// `procviz export FILE --format FORMAT`: a recording in the format of another tool.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a recording in the format of another tool.",
    discussion: """
      chrome-trace opens in Perfetto (ui.perfetto.dev) and in Chrome (chrome://tracing); jsonl is what \
      'procviz run --headless --format jsonl' prints; csv is a table for spreadsheets; svg is a \
      picture for a document; text is what a person pastes into an issue. Exit status: 0 it was written, 1 it could not be read or written, 64 \
      wrong usage.
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    help: ArgumentHelp(
      "\(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
  var format: ExportFormat

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Where to write it; -: standard output.", valueName: "file"))
  var output = "-"

  @Flag(help: "With --output: replace the file if it is there already.")
  var force = false

  @Argument(help: ArgumentHelp("The recording; - is standard input.", valueName: "file"))
  var file: String

  func run() throws {
    // A reader that has seen enough (`| head`) is no failure.
    signal(SIGPIPE, SIG_DFL)
    do {
      // First: nobody should wait for a large recording to be told that the place is taken.
      var sink = try ExportFile(output, input: file, replacing: force)
      let recorded = try RecordedRun(path: file)
      for warning in recorded.warnings(file) { StandardError.write(warning[common.language]) }
      try format.write(recorded, look, to: &sink)
      try sink.finish()
    } catch let error as RecordingError {
      try fail(error.message)
    } catch let error as ExportError {
      try fail(error.message)
    }
  }

  private var look: Look {
    Look(language: common.language, glyphs: common.ascii ? .ascii : .unicode)
  }

  private func fail(_ message: Localized) throws {
    StandardError.write(message[common.language])
    throw ExitCode(CommandStatus.failed.rawValue)
  }
}
