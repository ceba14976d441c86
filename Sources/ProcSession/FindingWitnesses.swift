import ProcModel
import ProcSchedule

/// What a search keeps of each kind of finding, so that it can be shown, and shortened, once the
/// search is over: the simplest run with it as it was made, and those that can be made simplest.
struct FindingWitnesses: Sendable {
  /// A kind of finding.
  struct Witness: Sendable {
    /// The simplest run with it, as it was made.
    var execution: Execution
    var run: Run
    var simplicity: Simplicity
    /// The runs that can be made the simplest.
    var simplest = SimplestRuns()
  }

  private var witnesses: [Finding.Kind: Witness] = [:]

  /// What is known of a kind.
  subscript(kind: Finding.Kind) -> Witness? { witnesses[kind] }

  /// Takes note of a complete run in which something was found.
  mutating func note(_ execution: Execution, _ run: Run, _ simplicity: Simplicity) {
    for kind in Set(execution.findings) {
      var witness =
        witnesses[kind] ?? Witness(execution: execution, run: run, simplicity: simplicity)
      if simplicity.isSimplerAsItIs(than: witness.simplicity) {
        witness.execution = execution
        witness.run = run
        witness.simplicity = simplicity
      }
      witness.simplest.note(execution, simplicity)
      witnesses[kind] = witness
    }
  }
}
