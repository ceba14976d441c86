import ProcModel

/// JSON lines, for scripts (docs/json-lines.md).
struct JSONReport: Report {
  let choice: ScenarioChoice

  func line(for seq: Int, of run: Run) -> String { "\(run.trace[seq].kind.name)\n" }

  func summary(of run: Run, malformed: Int, verdict: Outcome) -> String { "summary\n" }
}
