import ArgumentParser

/// `procviz`: without a command, the menu.
struct ProcVizCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "procviz",
    abstract: "Shows what the processes of a multi-process program really do.",
    discussion: """
      Without a command, the menu opens. Exit status: 0 it ran and nothing was found, 3 it ran and \
      there is a finding, 1 it could not run or failed, 64 wrong usage.
      """,
    version: procvizVersion,
    subcommands: [
      RunCommand.self, ReplayCommand.self, ViewCommand.self, ExportCommand.self, DiffCommand.self,
      ExploreCommand.self, CheckProtocolCommand.self, ListCommand.self, CompleteCommand.self,
      FramesCommand.self, DocumentsCommand.self,
    ])

  @OptionGroup var common: CommonOptions

  func run() throws {
    throw ExitCode(TerminalInterface.open(nil, common).rawValue)
  }
}

/// The version of the program (<https://semver.org>).
let procvizVersion = "0.1.0"
