public import ProcModel

/// A kind of finding that a search has met.
public struct Found: Sendable {
  /// Which.
  public let kind: Finding.Kind
  /// In how many complete runs.
  public private(set) var count = 1
  /// The first complete run with it, counted from 1.
  public let firstAt: Int
  /// That run.
  public let first: Execution
  /// The first of those with the fewest switches.
  public private(set) var best: Execution

  private var fewest: Int

  init(kind: Finding.Kind, firstAt: Int, first: Execution) {
    self.kind = kind
    self.firstAt = firstAt
    self.first = first
    best = first
    fewest = first.switches
  }

  /// Takes note of another run with this finding.
  mutating func count(_ execution: Execution) {
    count += 1
    let switches = execution.switches
    guard switches < fewest else { return }
    fewest = switches
    best = execution
  }
}

extension [Finding.Kind] {
  /// Each kind once, where it comes first.
  var uniqued: [Finding.Kind] {
    indices.filter { !self[..<$0].contains(self[$0]) }.map { self[$0] }
  }
}
