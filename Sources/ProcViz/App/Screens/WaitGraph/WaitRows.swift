import ProcModel

/// The wait-for graph as rows: who waits, for what, and who has it. What lies on a cycle comes first
/// and in the order of the cycle, so that each row goes on where the one before it has ended.
struct WaitRows {
  /// One row.
  struct Row: Hashable {
    /// Who waits; nil: what is held is waited for by nobody.
    let lane: WaitForGraph.LaneNode?
    /// How.
    let wait: WaitForGraph.Wait?
    /// The object that is waited for or held; nil where another lane is waited for.
    let object: WaitForGraph.ObjectNode?
    /// Who has it, or is waited for: of those who share it, the first.
    let holder: WaitForGraph.LaneNode?
    /// How many more have it.
    let others: Int
    /// Where it stands on its cycle; nil: on none.
    var place: Place?
  }

  /// Where a row stands among those of its cycle.
  enum Place: Hashable { case first, between, last, only }

  /// The rows, cycles first.
  let rows: [Row]
  /// The cycles, each from its first lane on around to it again.
  let cycles: [[WaitForGraph.Node]]

  private let graph: WaitForGraph

  /// The rows of a graph.
  init(_ graph: WaitForGraph) {
    self.graph = graph
    let cycles = Self.cycles(of: graph)
    var rows: [Row] = []
    for cycle in cycles { rows += Self.rows(of: cycle, graph) }
    let seen = Set(rows.compactMap(\.lane))
    let others = graph.edges.compactMap { Self.row(of: $0, graph) }
    rows += others.filter { row in row.lane.map { !seen.contains($0) } ?? true }
    self.rows = rows
    self.cycles = cycles
  }

  /// Whether anybody waits.
  var hasWaits: Bool { rows.contains { $0.lane != nil } }

  /// What a node is called.
  func name(_ node: WaitForGraph.Node) -> String {
    switch node {
    case .lane(let lane): graph.lanes.first { $0.lane == lane }?.name ?? "?"
    case .object(let id): graph.objects.first { $0.id == id }?.name ?? "?"
    }
  }

  // MARK: - Making rows

  private static func cycles(of graph: WaitForGraph) -> [[WaitForGraph.Node]] {
    var next: [WaitForGraph.Node: WaitForGraph.Node] = [:]
    for edge in graph.edges where edge.isInCircle { next[edge.from] = edge.to }
    var cycles: [[WaitForGraph.Node]] = []
    var seen: Set<WaitForGraph.Node> = []
    for lane in graph.lanes where lane.isInCircle && !seen.contains(.lane(lane.lane)) {
      var cycle: [WaitForGraph.Node] = [.lane(lane.lane)]
      seen.insert(.lane(lane.lane))
      while let last = cycle.last, let following = next[last] {
        cycle.append(following)
        if !seen.insert(following).inserted { break }
      }
      cycles.append(cycle)
    }
    return cycles
  }

  private static func rows(of cycle: [WaitForGraph.Node], _ graph: WaitForGraph) -> [Row] {
    let waiting = cycle.dropLast().compactMap { node -> WaitForGraph.Edge? in
      guard case .lane = node else { return nil }
      return graph.edges.first { $0.from == node }
    }
    return waiting.enumerated().compactMap { index, edge in
      var row = row(of: edge, graph)
      row?.place =
        waiting.count == 1
        ? .only : index == 0 ? .first : index == waiting.count - 1 ? .last : .between
      return row
    }
  }

  private static func row(of edge: WaitForGraph.Edge, _ graph: WaitForGraph) -> Row? {
    func lane(_ index: LaneIndex?) -> WaitForGraph.LaneNode? {
      graph.lanes.first { $0.lane == index }
    }
    func object(_ id: ObjectID) -> WaitForGraph.ObjectNode? { graph.objects.first { $0.id == id } }
    switch (edge.kind, edge.from, edge.to) {
    case (.waits(let wait), .lane(let from), .object(let id)):
      let holders = object(id)?.holders ?? []
      return Row(
        lane: lane(from), wait: wait, object: object(id), holder: lane(holders.first),
        others: max(0, holders.count - 1))
    case (.waits(let wait), .lane(let from), .lane(let to)):
      return Row(lane: lane(from), wait: wait, object: nil, holder: lane(to), others: 0)
    case (.heldBy, .object(let id), .lane(let to)):
      // Where somebody waits for it, the row of that wait says who has it.
      if graph.edges.contains(where: { $0.to == .object(id) }) { return nil }
      return Row(lane: nil, wait: nil, object: object(id), holder: lane(to), others: 0)
    case (.waits, .object, _), (.heldBy, .lane, _), (.heldBy, .object, .object): return nil
    }
  }
}
