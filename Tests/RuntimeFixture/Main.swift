import Glibc
import ProcModel
import ProcRuntime

/// A program that the tests start: `RuntimeFixture PROGRAM METHOD [ARGUMENT …]`.
@main
enum Main {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == EndTargets.unborn, getenv("PROCVIZ_SPAWN") != nil { raise(SIGKILL) }
    Program.run(spawnable: Fixture.spawnables) {
      guard let name = arguments.first, let program = Fixture.programs[name] else {
        throw UnknownProgram(names: Fixture.programs.keys.sorted())
      }
      if arguments.dropFirst().first == "spawn" { setStartMethod(.spawn) }
      try program(arguments.dropFirst(2).map { $0 })
    }
  }
}

/// No program has this name.
struct UnknownProgram: Error {
  let names: [String]
}

/// All that the fixture can do.
enum Fixture {
  typealias Main = @Sendable ([String]) throws -> Void

  static let programs: [String: Main] =
    processPrograms.merging(lockPrograms) { a, _ in a }.merging(queuePrograms) { a, _ in a }
    .merging(memoryPrograms) { a, _ in a }.merging(consolePrograms) { a, _ in a }
    .merging(limitPrograms) { a, _ in a }.merging(benchmarkPrograms) { a, _ in a }
    .merging(semaphorePrograms) { a, _ in a }.merging(conditionPrograms) { a, _ in a }
    .merging(barrierPrograms) { a, _ in a }
    .merging(managerPrograms) { a, _ in a }.merging(poolPrograms) { a, _ in a }
    .merging(managerObjectPrograms) { a, _ in a }
    .merging(pipePrograms) { a, _ in a }.merging(taskQueuePrograms) { a, _ in a }
    .merging(unseenPrograms) { a, _ in a }.merging(endPrograms) { a, _ in a }
    .merging(rwlockPrograms) { a, _ in a }

  static let spawnables: [any Spawnable] =
    processSpawnables + lockSpawnables + queueSpawnables + memorySpawnables + consoleSpawnables
    + benchmarkSpawnables + managerSpawnables + poolSpawnables + semaphoreSpawnables
    + conditionSpawnables
    + barrierSpawnables + managerObjectSpawnables + pipeSpawnables + taskQueueSpawnables
    + unseenSpawnables + endSpawnables + rwlockSpawnables
}

/// Starts processes, and waits for them.
func runAll(_ processes: [ProcRuntime.Process]) throws {
  for process in processes { try process.start() }
  for process in processes { try process.join() }
}
