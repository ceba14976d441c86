import ProcRuntime

/// The scenarios, in the order of the tutorial.
public enum Tutorial {
  /// All scenarios.
  public static let scenarios: [Scenario] = [
    .isolatedMemory, .processAPI, .subclass, .queue, .managerDict, .lock, .counter, .tickets,
    .rlock, .pool, .deadlock, .philosophers, .boundedBuffer, .transfer, .joinBeforeDrain,
    .killedHolder, .barrier, .readersWriters,
  ]

  /// The scenario with this id, or nil.
  public static func scenario(_ id: String) -> Scenario? { scenarios.first { $0.id == id } }

  /// Runs the main process of `scenario`, or the process that this program was started as
  /// (``Program/run(spawnable:main:)``). Never returns.
  public static func run(_ scenario: Scenario, _ knobs: KnobValues) -> Never {
    Program.run(spawnable: scenarios.flatMap(\.spawnable)) { try scenario.main(knobs) }
  }
}
