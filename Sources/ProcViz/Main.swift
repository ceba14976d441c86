import ArgumentParser
import Glibc

/// The program: the viewer, or one process of a scenario that the viewer runs.
@main
enum Main {
  static func main() {
    ScenarioProgram.runIfAsked()
    StandardDescriptors.ensure()
    // A file that may not grow (ulimit -f) is an error like any other, not a reason to be killed.
    signal(SIGXFSZ, SIG_IGN)
    ProcVizCommand.main(ProgramWords.own)
  }
}
