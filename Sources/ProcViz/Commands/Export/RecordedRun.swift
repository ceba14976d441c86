import Glibc
import ProcExport
import ProcModel
import ProcSession

/// A recording that has been read to its end.
struct RecordedRun {
  let run: Run
  let header: RecordingHeader
  /// How it ended; nil where the recording breaks off before that.
  let closing: RecordingClosing?
  /// How many stretches of the recording could not be read.
  let damage: Int

  /// Reads a recording.
  ///
  /// - Parameter path: the file; `-`: standard input.
  init(path: String) throws(RecordingError) {
    let file = path == "-" ? try RecordingFile(stream: path) : try RecordingFile(path: path)
    var run = Run()
    while file.ending == nil {
      for item in try file.readPiece(waiting: true) ?? [] { run.append(item) }
    }
    self.run = run
    header = file.reader.header ?? RecordingHeader(program: "?", subject: .program([]))
    closing = file.reader.closing
    damage = file.reader.malformedCount
  }

  /// What is to be said of the run beyond what is in it.
  func facts(_ language: Language) -> ExportFacts {
    let label = RunLabel(header.subject)
    let hasFailed = closing?.hasFailed ?? true
    let summary = SummaryJSON(
      label.target, knobs: label.knobs, schedule: closing?.schedule,
      hasFailed: hasFailed || run.world.mainLane == nil,
      malformed: (closing?.malformed ?? 0) + damage, language: language)
    return ExportFacts(summary, version: header.program, host: header.host.facts)
  }

  /// What the user should know about the recording, if anything.
  func warnings(_ path: String) -> [Localized] {
    (damage > 0 ? [ReplayTexts.damaged(damage)] : [])
      + (closing == nil ? [ReplayTexts.cutOff(path)] : [])
  }
}

extension RecordingHeader.Machine {
  /// What is known of the machine, without its name, which is nobody else's business.
  var facts: [(name: String, value: String)] {
    [("system", system), ("machine", machine), ("cpus", cpus > 0 ? String(cpus) : "")]
      .filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
  }
}
