public import ProcModel

/// Where two runs of the same program part: the first event of a process that is another one, or
/// the first turn on an object that another lane had.
///
/// Runs are the same if every process did the same, and every lock, queue and value saw the same
/// operations in the same order. It makes no difference which lane waited, how long anything took,
/// or in which order independent operations came.
public struct RunDiff: Sendable {
  /// Where they part; nil: nowhere.
  public let divergence: Difference?
  /// How many events there are in the first run before it (all, where they do not part).
  public let sameCount: Int
  /// Whether the kinds of findings are the same.
  public let hasSameFindings: Bool
  /// The processes that printed something else, past the library.
  public let otherOutput: [String]

  /// Where two runs part.
  public struct Difference: Sendable, Hashable {
    /// Whose event it is, or whose turn.
    public let subject: Scope
    /// The place of what was done then, in the trace of the first run; nil: nothing more.
    public let first: Int?
    /// The same of the second run.
    public let second: Int?
    /// The last place in the first run at which its subject was still the same; nil: it was never.
    public let lastSame: Int?

    /// What parts.
    public enum Scope: Sendable, Hashable {
      /// The lane of this name does something else.
      case lane(String)
      /// The turns on the object of this name come in another order.
      case object(String)
    }

    /// The earliest moment in either run: which divergence comes first.
    var rank: Int { min(first ?? .max, second ?? .max) }
  }

  /// Whether nothing differs but times.
  public var isSame: Bool { divergence == nil && hasSameFindings && otherOutput.isEmpty }

  /// Compares two runs.
  public init(_ first: Run, _ second: Run) {
    let (one, other) = (RunOutline(first), RunOutline(second))
    let divergences = Self.laneDivergences(one, other) + Self.turnDivergences(one, other)
    let divergence = divergences.min { $0.rank < $1.rank }
    self.divergence = divergence
    sameCount = Self.sameCount(one, other, before: divergence?.first)
    hasSameFindings =
      Set(first.findings.map(\.kind)) == Set(second.findings.map(\.kind))
    let writers = Set(one.printed.keys).union(other.printed.keys).sorted()
    otherOutput = writers.filter { one.printed[$0] != other.printed[$0] }
  }

  private static func laneDivergences(_ one: RunOutline, _ other: RunOutline) -> [Difference] {
    Set(one.lanes.keys).union(other.lanes.keys).sorted().compactMap { name in
      let (a, b) = (one.lanes[name] ?? [], other.lanes[name] ?? [])
      return divergence(.lane(name), a.map(\.event), b.map(\.event), a.map(\.seq), b.map(\.seq))
    }
  }

  private static func turnDivergences(_ one: RunOutline, _ other: RunOutline) -> [Difference] {
    Set(one.turns.keys).union(other.turns.keys).sorted().compactMap { name in
      let (a, b) = (one.turns[name] ?? [], other.turns[name] ?? [])
      return divergence(.object(name), a.map(\.turn), b.map(\.turn), a.map(\.seq), b.map(\.seq))
    }
  }

  private static func divergence<Item: Equatable>(
    _ subject: Difference.Scope, _ a: [Item], _ b: [Item], _ seqsA: [Int], _ seqsB: [Int]
  ) -> Difference? {
    let same = zip(a, b).prefix { $0 == $1 }.count
    guard same < max(a.count, b.count) else { return nil }
    return Difference(
      subject: subject, first: same < a.count ? seqsA[same] : nil,
      second: same < b.count ? seqsB[same] : nil, lastSame: same > 0 ? seqsA[same - 1] : nil)
  }

  private static func sameCount(_ one: RunOutline, _ other: RunOutline, before seq: Int?) -> Int {
    one.lanes.reduce(0) { count, lane in
      let same = zip(lane.value, other.lanes[lane.key] ?? []).prefix { $0.event == $1.event }
      return count + same.count { $0.0.seq < seq ?? .max }
    }
  }
}
