/// How it stands with the recording that is made of a run.
struct RecordingState: Sendable, Hashable {
  /// The file that it goes to; nil: none is made.
  var file: String?
  /// Whether one could not go on.
  private(set) var hasFailed = false

  /// The recording ends, since it cannot go on, or could not begin.
  mutating func fail() {
    if file != nil { hasFailed = true }
    file = nil
  }
}

/// What has become of the channel through which the events come.
struct ChannelState: Sendable, Hashable {
  /// How many malformed stretches came out of it.
  var malformed = 0
  /// How far the viewer is behind the processes, nanoseconds.
  var behind: UInt64 = 0
}
