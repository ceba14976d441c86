import ProcModel
import ProcSchedule
import ProcSession

/// Records the run that is shown.
struct Recorder {
  private let writer: RecordingWriter
  private var hasConcluded = false

  init(_ writer: RecordingWriter) { self.writer = writer }

  /// Begins with what there is of a run, in a new file of the current folder.
  init(_ run: RunState) throws(RecordingError) {
    var number = 1
    while true {
      do throws(RecordingError) {
        let name = RecordingName.make(run.subject.title, number: number)
        writer = try RecordingWriter(path: name, header: run.recordingHeader)
        break
      } catch {
        guard error.cause == .exists, number < 100 else { throw error }
        number += 1
      }
    }
    writer.append(run.run.trace)
    note(run)
  }

  /// The file.
  var path: String { writer.path }
  /// Why it cannot go on, if so.
  var failure: RecordingError? { writer.failure }

  /// Adds what was collected.
  func append(_ events: [Event]) { writer.append(events) }

  /// Notes that nobody will move any more, once that is known.
  mutating func note(_ run: RunState) {
    guard !hasConcluded, run.steering.isDeadEnd else { return }
    conclude(run.steering.controller.spinning)
  }

  /// Nobody will move any more.
  mutating func conclude(_ spinning: [LaneIndex]) {
    hasConcluded = true
    writer.conclude(spinning: spinning)
  }

  /// Ends the recording.
  func close(_ closing: RecordingClosing) { writer.close(closing) }
}

extension RunState {
  /// What a recording of it says before the first event.
  fileprivate var recordingHeader: RecordingHeader {
    replay?.header
      ?? .of(subject, steering.givenSchedule)
  }
}
