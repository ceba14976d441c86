extension Run {
  /// One of the events that show a finding.
  public struct FindingStep: Sendable, Hashable {
    /// Its place in the trace.
    public let seq: Int
    /// When it happened, nanoseconds since the first event.
    public let elapsed: UInt64
    /// What it was.
    public let text: Localized

    /// When it happened, for people: `1.9 ms`.
    public var moment: String { Phrases.duration(elapsed) }
  }

  /// The events that show a finding, in order: who did what when. Of a finding with very many, the
  /// first ``mostSteps``.
  public func steps(of finding: Finding) -> [FindingStep] {
    finding.seqs.prefix(Self.mostSteps).filter(trace.indices.contains).map { seq in
      let before = world(after: seq)
      return FindingStep(
        seq: seq, elapsed: world.elapsed(trace[seq].time),
        text: Explainer.sentence(for: trace[seq], before: before).tidied)
    }
  }

  /// The most events that ``steps(of:)`` gives.
  public static let mostSteps = 8
}
