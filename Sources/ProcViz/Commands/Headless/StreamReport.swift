import ProcModel

/// The recording of a run on standard output, for a viewer elsewhere (docs/recordings.md).
final class StreamReport: Report {
  private var encoder: RecordingEncoder

  init(_ header: RecordingHeader) { encoder = RecordingEncoder(header) }

  func begin() -> [UInt8] { take() }

  func tell(_ event: Event, _ run: inout Run) -> [UInt8] {
    run.append(event)
    encoder.append(event)
    return take()
  }

  func conclude(spinning: [LaneIndex]) -> [UInt8] {
    encoder.conclude(spinning: spinning)
    return take()
  }

  func summary(of run: Run, _ ending: Ending) -> [UInt8] {
    encoder.close(RecordingClosing(ending))
    return take()
  }

  private func take() -> [UInt8] {
    defer { encoder.removeAll() }
    return encoder.bytes
  }
}

/// Says nothing: a run that is only made to be recorded.
struct SilentReport: Report {
  func tell(_ event: Event, _ run: inout Run) -> [UInt8] {
    run.append(event)
    return []
  }

  func summary(of run: Run, _ ending: Ending) -> [UInt8] { [] }
}
