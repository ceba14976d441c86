import ProcModel

/// JSON lines, for scripts (docs/json-lines.md).
struct JSONReport: Report {
  let label: RunLabel
  let language: Language

  func tell(_ event: Event, _ run: inout Run) -> [UInt8] {
    let seq = run.trace.count
    run.append(event)
    return Array((EventJSON.line(run.trace[seq], seq: seq, world: run.world) + "\n").utf8)
  }

  func summary(of run: Run, _ ending: Ending) -> [UInt8] {
    let summary = SummaryJSON(
      label.target, knobs: label.knobs, schedule: ending.schedule, hasFailed: ending.hasFailed,
      malformed: ending.malformed, language: language)
    return Array((summary.line(run) + "\n").utf8)
  }
}
