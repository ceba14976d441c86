import ProcModel

/// What is known of a run that is not made here, but was recorded, or is made elsewhere.
struct ReplayState: Sendable {
  /// What the recording says of the run.
  let header: RecordingHeader
  /// The file; empty for standard input.
  let path: String
  /// Whether it comes while the run goes on, elsewhere.
  let isStream: Bool
  /// How fast it is played; nil: it is there at once.
  var speed: Double?
  /// How much has been read, in percent; nil once it is all.
  var progress: Int?
  /// How it ended, once it has.
  var ending: ReplayEnding?

  /// The slowest and the fastest play.
  static let speeds = 1.0 / 64...1024.0

  /// Whether it breaks off before the end of the run.
  var isCutOff: Bool { if case .cutOff = ending?.ending { true } else { false } }

  /// The schedule by which the run went, as a line of text; nil: it went freely.
  var schedule: String? {
    if case .complete(let closing) = ending?.ending, let schedule = closing.schedule {
      return schedule
    }
    return header.schedule
  }
}

/// What is to be opened.
struct Replaying: Sendable, Hashable {
  /// The number by which later messages name this run.
  let run: Int
  /// The file; empty for standard input.
  let path: String
  let isStream: Bool
  /// How fast it is played; nil: at once.
  let speed: Double?
  /// How many events come at once all the same.
  let ahead: Int
}

/// What a recording that is played is to do.
enum PlayOrder: Sendable, Hashable {
  case pause, goOn, atOnce
  case speed(Double)
}

/// How it stands with the recording of a run.
enum RecordingNews: Sendable, Hashable {
  /// It is being recorded to this file.
  case begun(String)
  /// It has been recorded to this file, as far as it has come.
  case done(String)
  /// It cannot be recorded, or not any more.
  case failed(Localized)
}
