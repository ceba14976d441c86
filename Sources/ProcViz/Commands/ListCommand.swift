import ArgumentParser
import Glibc
import ProcLessons
import ProcModel

/// `procviz list`: lessons, scenarios, knobs, allowed values and defaults.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List lessons, scenarios and their knobs.")

  @OptionGroup var common: CommonOptions

  @Flag(help: "As one JSON object.")
  var json = false

  func run() throws {
    let text =
      json
      ? Catalogue.json(Tutorial.scenarios)
      : Catalogue.text(Tutorial.scenarios, common.language)
    // A reader that has seen enough (`| head`) is no failure.
    signal(SIGPIPE, SIG_DFL)
    var output = OutputPipe()
    output.append(text)
    do {
      try output.writeAll()
    } catch {
      StandardError.write(error.message[common.language])
      throw ExitCode(CommandStatus.failed.rawValue)
    }
  }
}
