import ArgumentParser
import ProcModel
import ProcSession

import struct ProcSchedule.Schedule

/// What a command that records takes.
struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Record the run to a file, to be opened with 'procviz replay'.", valueName: "file"))
  var record: String?

  @Flag(help: "With --record: replace the file if it is there already.")
  var force = false

  /// Checks what does not depend on anything else.
  func check() throws(UsageError) {
    if force, record == nil { throw .needs("--force", "--record") }
  }

  /// Begins the recording, if one is asked for.
  func begin(_ subject: Subject, _ schedule: Schedule?) throws(RecordingError) -> RecordingWriter? {
    guard let record else { return nil }
    return try RecordingWriter(
      path: record, header: .of(subject, schedule), replacing: force)
  }
}

extension RecordingHeader {
  /// The header of a recording of `subject` that is begun here and now.
  static func of(_ subject: Subject, _ schedule: Schedule? = nil) -> RecordingHeader {
    .here(program: procvizVersion, subject: subject.recorded, schedule: schedule?.text)
  }
}
