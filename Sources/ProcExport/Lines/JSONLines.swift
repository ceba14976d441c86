public import ProcModel

/// JSON lines: what `procviz run --headless --format jsonl` prints of the same run
/// (docs/json-lines.md).
public enum JSONLines {
  /// Writes a line for each event, and the summary.
  public static func write(_ run: Run, _ facts: ExportFacts, to sink: inout some ExportSink) throws
  {
    var walk = Walk()
    var json = JSONWriter()
    for (seq, event) in run.trace.enumerated() {
      walk.take(event)
      json.removeAll()
      EventJSON.write(event, seq: seq, world: walk.world, to: &json)
      json.newline()
      try sink.write(SafeOutput(json: json))
    }
    json.removeAll()
    facts.summary.write(run, to: &json)
    json.newline()
    try sink.write(SafeOutput(json: json))
  }
}
