import ProcLessons
import ProcModel

/// JSON lines, for scripts (docs/json-lines.md).
struct JSONReport: Report {
  let choice: ScenarioChoice
  let language: Language

  func tell(_ event: Event, _ run: inout Run) -> String {
    let seq = run.trace.count
    run.append(event)
    return EventJSON.line(run.trace[seq], seq: seq, world: run.world) + "\n"
  }

  func summary(of run: Run, malformed: Int, hasFailed: Bool) -> String {
    let knobs = choice.knobs.pairs.map { (name: $0.name, value: $0.value) }
    let summary = SummaryJSON(
      scenario: choice.scenario.id, knobs: knobs, hasFailed: hasFailed, malformed: malformed,
      language: language)
    return summary.line(run) + "\n"
  }
}
