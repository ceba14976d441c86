public import ProcModel

/// A run that a scheduler has steered to its end.
public struct Execution: Sendable {
  /// Its steps.
  public let steps: [Step]
  /// The lanes that were held in the end, and for what; empty where everybody has ended.
  public let remaining: [Option]
  /// How it ended.
  public let end: End
  /// The kinds of findings of the run; empty: it went well.
  public let findings: [Finding.Kind]
  /// How often a lane was not allowed to poll again before something had changed.
  public let heldBack: Int
  /// Whether there were events of kinds that are not known here: whatever they are, another order
  /// may matter.
  public let hasUnknownKinds: Bool

  /// An execution.
  public init(
    steps: [Step], remaining: [Option] = [], end: End, findings: [Finding.Kind] = [],
    heldBack: Int = 0, hasUnknownKinds: Bool
  ) {
    self.steps = steps
    self.remaining = remaining
    self.end = end
    self.findings = findings
    self.heldBack = heldBack
    self.hasUnknownKinds = hasUnknownKinds
  }

  /// A run of which nothing is known.
  public static let nothing = Execution(
    steps: [], end: .disturbed, hasUnknownKinds: false)

  /// How a run ended.
  public enum End: Sendable, Hashable {
    /// All lanes have ended, or none will ever move again.
    case complete
    /// The scheduler gave it up: it would only repeat what is known.
    case cut
    /// Something happened outside the scheduler's view, so that it need not go the same way again.
    case disturbed
  }

  /// Its schedule.
  public var schedule: Schedule { Schedule(steps: steps) }
}
