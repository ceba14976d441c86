import ProcModel

/// What exports need of the history of a run besides ``Run/spans(of:)``, ``Run/marks(of:)`` and
/// ``Run/connectors``.
extension Run {
  /// The time of the last event, nanoseconds of the trace's clock.
  var endTime: UInt64 { trace.isEmpty ? 0 : trace.time(of: trace.count - 1) }

  /// The end of what is drawn: what the viewer learns after the last process has ended is no time of
  /// theirs.
  var drawnEnd: UInt64 { world.end ?? endTime }

  /// How long a lane did what it did in one of its spans, nanoseconds.
  func length(of span: Int, in spans: LaneSpans) -> UInt64 {
    let end = span + 1 < spans.count ? spans[span + 1].start : endTime
    return end > spans[span].start ? end - spans[span].start : 0
  }
}
