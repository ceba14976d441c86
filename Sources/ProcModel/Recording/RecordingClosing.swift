/// What a recording says about its run after the last event: what the run's summary needs besides
/// the events.
public struct RecordingClosing: Sendable, Hashable {
  /// How it ended.
  public var end: End
  /// How many stretches of bytes on the event channel were not records.
  public var malformed: Int
  /// The moves of a run under control, as a line of text; nil: it went freely.
  public var schedule: String?

  /// How a run can end.
  public enum End: Sendable, Hashable {
    /// Its processes ended by themselves.
    case byItself
    /// It could never go on, so it was ended.
    case stuck
    /// The user ended it.
    case stopped
    /// A signal to the viewer ended it.
    case signal(Int32)
    /// It could not be run, or not to its end; the sentence says why, unless its events do.
    case failed(Localized?)
  }

  /// The end of a run.
  public init(_ end: End, malformed: Int = 0, schedule: String? = nil) {
    self.end = end
    self.malformed = malformed
    self.schedule = schedule
  }

  /// Whether the run did not come to its end.
  public var hasFailed: Bool {
    switch end {
    case .byItself, .stuck: false
    case .stopped, .signal, .failed: true
    }
  }
}

extension RecordingClosing {
  /// The notes that say it, the one that ends the recording last.
  var notes: [RecordingNote] {
    var notes = [RecordingNote("malformed", String(malformed))]
    if let schedule { notes.append(RecordingNote("schedule", schedule)) }
    if case .failed(let reason?) = end {
      notes += [RecordingNote("reason-zh", reason.zh), RecordingNote("reason-en", reason.en)]
    }
    return notes + [RecordingNote(RecordingNote.endKey, end.word)]
  }

  /// What notes say; the one that ends the recording is `end`.
  init(end: String, notes: [String: String]) {
    let zh = notes["reason-zh"]
    let en = notes["reason-en"]
    let reason = (en ?? zh).map { Localized(zh: zh ?? $0, en: $0) }
    self.init(
      End(word: end, reason: reason),
      malformed: max(0, notes["malformed"].flatMap { Int($0) } ?? 0),
      schedule: notes["schedule"])
  }
}

extension RecordingClosing.End {
  fileprivate var word: String {
    switch self {
    case .byItself: "by-itself"
    case .stuck: "stuck"
    case .stopped: "stopped"
    case .signal(let number): "signal \(number)"
    case .failed: "failed"
    }
  }

  /// An unknown end counts as failed.
  fileprivate init(word: String, reason: Localized?) {
    let signal = word.hasPrefix("signal ") ? Int32(word.dropFirst(7)) : nil
    switch word {
    case "by-itself": self = .byItself
    case "stuck": self = .stuck
    case "stopped": self = .stopped
    default: self = signal.map { .signal($0) } ?? .failed(reason)
    }
  }
}
