import ProcLessons
import ProcModel

/// JSON lines, for scripts (docs/json-lines.md).
struct JSONReport: Report {
  let subject: Subject
  let language: Language

  func tell(_ event: Event, _ run: inout Run) -> String {
    let seq = run.trace.count
    run.append(event)
    return EventJSON.line(run.trace[seq], seq: seq, world: run.world) + "\n"
  }

  func summary(of run: Run, _ ending: Ending) -> String {
    let target: SummaryJSON.Target =
      subject.scenario.map { .scenario($0.id) } ?? .program(subject.name)
    let knobs = subject.knobs.pairs.map { (name: $0.name, value: $0.value) }
    let summary = SummaryJSON(
      target, knobs: knobs, schedule: ending.schedule, hasFailed: ending.hasFailed,
      malformed: ending.malformed, language: language)
    return summary.line(run) + "\n"
  }
}
