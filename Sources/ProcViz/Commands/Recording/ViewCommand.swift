import ArgumentParser
import ProcModel
import ProcSession

/// `procviz view -`: a run that is made elsewhere, as it goes on.
struct ViewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "view",
    abstract: "Watch a run that is made elsewhere.",
    usage: """
      procviz view [-]
      procviz view FILE
      """,
    discussion: """
      Reads what 'procviz run ID --headless --stream' writes, and shows it like a run of its own:
      ssh host procviz run counter --headless --stream | procviz view -
      FILE is a FIFO, or a recording that another program is still writing.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("The stream: - (default) is standard input."))
  var file = "-"

  func run() throws {
    throw ExitCode(RecordingScreen.view(file, common).rawValue)
  }
}
