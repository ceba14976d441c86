/// Something that the analysis noticed.
public struct Finding: Sendable, Hashable {
  /// What kind of thing.
  public let kind: Kind
  /// One or two sentences with this run's own names and numbers.
  public let text: Localized
  /// The names of the processes that are part of it.
  public let processes: [String]
  /// The names of the objects that are part of it.
  public let objects: [String]
  /// The places in the trace that show it, rising.
  public let seqs: [Int]

  init(
    kind: Kind, text: Localized, processes: [String], objects: [String] = [], seqs: [Int]
  ) {
    self.kind = kind
    self.text = text.tidied
    self.processes = processes
    self.objects = objects
    self.seqs = seqs
  }

  /// The kinds, as JSON lines name them.
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    case lostUpdate = "lost-update"
    case dataRace = "data-race"
    /// Locks are taken in a circle, which can become a deadlock in another run.
    case lockOrder = "lock-order"
    case deadlock = "deadlock"
    case blockedForever = "blocked-forever"
    /// Lanes ask again and again for what will never come (under control only).
    case livelock
    case lockOwnerDied = "lock-owner-died"
    case oversold = "oversold"
    case spawnMissingGlobal = "spawn-missing-global"
    case processFailed = "process-failed"
    /// A value is not what the program said it ought to be, and no lost update explains it.
    case wrongResult = "wrong-result"

    /// Whether it says what could go wrong in another order of the same operations, and not what
    /// went wrong in this one.
    public var isPredictive: Bool {
      switch self {
      case .dataRace, .lockOrder: true
      case .lostUpdate, .deadlock, .blockedForever, .livelock, .lockOwnerDied, .oversold,
        .spawnMissingGlobal, .processFailed, .wrongResult:
        false
      }
    }
  }
}
