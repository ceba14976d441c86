import ProcModel
import ProcSession

/// Where the events of the run on the screen come from: processes, a recording, a stream from
/// elsewhere.
protocol EventSource: AnyObject {
  /// Readable (`poll`) when there is something to collect; nil: only time brings it.
  var descriptor: Int32? { get }
  /// How long until there is something to collect even if ``descriptor`` says nothing, nanoseconds;
  /// nil: for ever.
  func waitTime(now: UInt64) -> UInt64?
  /// Takes what has come.
  ///
  /// - Throws: ``RecordingError`` where it cannot be read on; then it is finished.
  func collect(now: UInt64) throws(RecordingError) -> EventBatch
  /// Whether nothing will come any more.
  var isFinished: Bool { get }
  /// The present by the events' clock; nil: the last event's time.
  func time(now: UInt64) -> UInt64?
  /// How a recording ended, and how much of it was damaged; nil: it is none, or has not ended.
  var ending: ReplayEnding? { get }
}

extension EventSource {
  func waitTime(now: UInt64) -> UInt64? { nil }
  var ending: ReplayEnding? { nil }
}

/// How a recording ended.
struct ReplayEnding: Sendable, Hashable {
  /// As the recording says it.
  let ending: RecordingReader.Ending
  /// How many stretches of it were damaged.
  let damage: Int
}
