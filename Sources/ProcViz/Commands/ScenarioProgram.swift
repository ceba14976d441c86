import ProcLessons
import ProcModel
import ProcRuntime
import ProcSession
import ProcSystem

/// The other side of this executable: the program that a run of a scenario consists of. The viewer
/// starts it as `procviz __scenario ID name=value…`.
enum ScenarioProgram {
  /// The word that tells the two sides apart; no command of the user's.
  private static let marker = "__scenario"

  /// How to start a scenario.
  static func launch(_ choice: ScenarioChoice) -> Launch {
    Launch(
      executable: Launch.ownExecutable,
      arguments: ["procviz", marker] + choice.arguments)
  }

  /// Becomes the scenario's program, and never returns, if that is what this process was started
  /// for. It has to come before anything that a forked process must not inherit.
  static func runIfAsked() {
    let words = ProgramStart.arguments.dropFirst()
    guard words.first == marker else { return }
    run(Array(words.dropFirst()))
  }

  private static func run(_ words: [String]) -> Never {
    do throws(UsageError) {
      let choice = try ScenarioChoice(
        words: Array(words.prefix(1)), settings: Array(words.dropFirst()))
      Program.run(spawnable: choice.scenario.spawnable) { try choice.scenario.main(choice.knobs) }
    } catch {
      StandardError.write(error.text.en)
      CommandStatus.usage.exit()
    }
  }
}
