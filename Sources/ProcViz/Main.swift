import ArgumentParser
import Glibc
import ProcModel

/// The program: the viewer, or one process of a scenario that the viewer runs.
@main
enum Main {
  static func main() {
    ScenarioProgram.runIfAsked()
    StandardDescriptors.ensure()
    // A file that may not grow (ulimit -f) is an error like any other, not a reason to be killed.
    signal(SIGXFSZ, SIG_IGN)
    perform(ProgramWords.own)
  }

  /// Does what a command line says, and ends.
  private static func perform(_ words: [String]) -> Never {
    do {
      var command = try ProcVizCommand.parseAsRoot(words)
      try command.run()
      CommandStatus.ok.exit()
    } catch {
      end(with: error)
    }
  }

  /// Says what an error says, with nothing in it that controls a terminal, and ends. What was asked
  /// for (help, the version) comes that way, too.
  private static func end(with error: any Error) -> Never {
    let code = ProcVizCommand.exitCode(for: error)
    let lines = Sanitizer.lines(ProcVizCommand.fullMessage(for: error))
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines != [""] {
      let text = SafeOutput(lines: lines)
      if code.isSuccess {
        var output = OutputPipe()
        output.append(text)
        try? output.writeAll()
      } else {
        StandardError.write(text)
      }
    }
    exit(code.rawValue)
  }
}
