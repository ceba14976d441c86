import ArgumentParser

/// The program: the viewer, or one process of a scenario that the viewer runs.
@main
enum Main {
  static func main() {
    ScenarioProgram.runIfAsked()
    StandardDescriptors.ensure()
    ProcVizCommand.main()
  }
}
