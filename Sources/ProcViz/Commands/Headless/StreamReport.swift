import ProcModel

/// The recording of a run on standard output, for a viewer elsewhere (docs/recordings.md).
final class StreamReport: Report {
  private var encoder: RecordingEncoder

  init(_ header: RecordingHeader) { encoder = RecordingEncoder(header) }

  func begin() -> SafeOutput { take() }

  func tell(_ event: Event, _ run: inout Run) -> SafeOutput {
    run.append(event)
    encoder.append(event)
    return take()
  }

  func conclude(spinning: [LaneIndex]) -> SafeOutput {
    encoder.conclude(spinning: spinning)
    return take()
  }

  func summary(of run: Run, _ ending: RunEnding) -> SafeOutput {
    encoder.close(RecordingClosing(ending))
    return take()
  }

  private func take() -> SafeOutput {
    defer { encoder.removeAll() }
    return SafeOutput(stream: encoder.bytes)
  }
}

/// Says nothing: a run that is only made to be recorded.
struct SilentReport: Report {
  func tell(_ event: Event, _ run: inout Run) -> SafeOutput {
    run.append(event)
    return .nothing
  }

  func summary(of run: Run, _ ending: RunEnding) -> SafeOutput { .nothing }
}
