import ProcModel

/// JSON lines, for scripts (docs/json-lines.md).
struct JSONReport: Report {
  let label: RunLabel
  let language: Language

  func tell(_ event: Event, _ run: inout Run) -> SafeOutput {
    let seq = run.trace.count
    run.append(event)
    var json = JSONWriter()
    EventJSON.write(run.trace[seq], seq: seq, world: run.world, to: &json)
    json.newline()
    return SafeOutput(json: json)
  }

  func summary(of run: Run, _ ending: RunEnding) -> SafeOutput {
    let summary = SummaryJSON(
      label.target, knobs: label.knobs, schedule: ending.schedule, hasFailed: ending.hasFailed,
      malformed: ending.malformed, language: language)
    var json = JSONWriter()
    summary.write(run, to: &json)
    json.newline()
    return SafeOutput(json: json)
  }
}
