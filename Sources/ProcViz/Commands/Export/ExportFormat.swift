import ArgumentParser
import ProcExport
import ProcModel

/// The formats of other tools that a recording can be written in.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// For Perfetto and Chrome's trace viewer.
  case chromeTrace = "chrome-trace"
  /// JSON lines, for scripts.
  case jsonl
  /// A table, for spreadsheets.
  case csv
  /// A picture, for documents.
  case svg
  /// What a person pastes into an issue.
  case text
}

extension ExportFormat {
  /// Writes a run.
  ///
  /// - Parameter look: the language of its texts, and the signs of what is drawn with characters.
  func write(
    _ recorded: RecordedRun, _ look: Look, to sink: inout some ExportSink
  ) throws {
    let run = recorded.run
    let facts = recorded.facts(look.language)
    switch self {
    case .chromeTrace: try ChromeTrace.write(run, facts, to: &sink)
    case .jsonl: try JSONLines.write(run, facts, to: &sink)
    case .csv: try CSV.write(run, to: &sink)
    case .svg: try SVGPicture.write(run, facts, to: &sink)
    case .text:
      try IssueText.write(run, facts, lanes: PlainLanes.lines(run, look), to: &sink)
    }
  }
}
