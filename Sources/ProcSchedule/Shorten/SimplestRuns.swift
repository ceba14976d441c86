/// The simplest of the runs with a finding that a search has met: those from which the shortest
/// schedules can be made.
///
/// Which they are does not depend on the order in which they were met.
public struct SimplestRuns: Sendable {
  /// How many are kept.
  public static let most = 16

  /// A run, and how simple it is.
  private struct Ranked: Sendable {
    let execution: Execution
    let simplicity: Simplicity
  }

  private var ranked: [Ranked] = []

  /// None yet.
  public init() {}

  /// The runs, the simplest first.
  public var executions: [Execution] { ranked.map(\.execution) }

  /// Takes note of another run.
  public mutating func note(_ execution: Execution, _ simplicity: Simplicity) {
    let place = ranked.firstIndex { simplicity < $0.simplicity } ?? ranked.count
    guard place < Self.most else { return }
    ranked.insert(Ranked(execution: execution, simplicity: simplicity), at: place)
    if ranked.count > Self.most { ranked.removeLast() }
  }
}

/// How simple a run is: first by the switches that it has once its steps are reordered within its
/// class, roughly; then by those that it was made with, by its length, and by who moved.
public struct Simplicity: Comparable, Sendable {
  /// How often another lane moved than the one before.
  public let switches: Int
  private let fewest: Int
  private let lanes: [LanePath]

  /// The simplicity of a run.
  public init(_ execution: Execution) {
    switches = execution.switches
    fewest = min(switches, FewestSwitches(execution, bound: 0).schedule.switches)
    lanes = execution.steps.map(\.lane)
  }

  /// Whether `a` can be made the simpler one.
  public static func < (a: Simplicity, b: Simplicity) -> Bool {
    if a.fewest != b.fewest { return a.fewest < b.fewest }
    return a.isSimplerAsItIs(than: b)
  }

  /// Whether it is the simpler one as it was made.
  public func isSimplerAsItIs(than other: Simplicity) -> Bool {
    if switches != other.switches { return switches < other.switches }
    if lanes.count != other.lanes.count { return lanes.count < other.lanes.count }
    return lanes.lexicographicallyPrecedes(other.lanes)
  }
}
