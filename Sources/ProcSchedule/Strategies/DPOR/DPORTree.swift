/// A lane that need not move for now: all runs that go on with its step are explored elsewhere. It
/// wakes when a step happens that depends on its own.
struct Sleeper: Sendable {
  let step: Step

  var lane: LanePath { step.lane }

  /// A lane that would make this step.
  init(_ step: Step) {
    // The point is not needed, and takes memory.
    self.step = Step(
      move: step.move, operation: step.operation, accesses: step.accesses, options: [])
  }
}

/// The places in the tree of all runs that still have branches to explore. Other places are
/// forgotten, so that there are never more than a run's length times its branches.
struct DPORTree: Sendable {
  struct Branch: Sendable {
    enum State: Sendable {
      /// No run has gone there.
      case waiting
      /// The first run is in progress.
      case running
      /// The lane's step is known.
      case known(Sleeper)
      /// The run went another way.
      case lost
    }

    let lane: LanePath
    var state: State
  }

  struct Node: Sendable {
    /// The place before, and the lane that moved from there; nil at the root.
    let parent: (node: Int, lane: LanePath)?
    let depth: Int
    /// The fingerprint of the point.
    let fingerprint: Int
    /// The lanes that sleep when the place is reached.
    let asleep: [Sleeper]
    var branches: [Branch]
    /// How many branches are waiting, running, or lead to a place that is kept.
    var open = 0
  }

  private var nodes: [Node?] = []
  private var free: [Int] = []
  /// The branches that wait, by depth.
  private var waiting: [[(node: Int, lane: LanePath)]] = []

  /// Whether no branch waits.
  var isEmpty: Bool { waiting.allSatisfy(\.isEmpty) }

  /// How many places are kept.
  var count: Int { nodes.count - free.count }

  subscript(index: Int) -> Node {
    guard let node = nodes[index] else { preconditionFailure("a place that was forgotten") }
    return node
  }

  /// Keeps a place; it is forgotten when its last branch closes.
  mutating func add(_ node: Node) -> Int {
    if let parent = node.parent { nodes[parent.node]?.open += 1 }
    if let place = free.popLast() {
      nodes[place] = node
      return place
    }
    nodes.append(node)
    return nodes.count - 1
  }

  /// Adds a branch that is to be explored.
  mutating func await(_ lane: LanePath, at index: Int) {
    let depth = self[index].depth
    nodes[index]?.branches.append(Branch(lane: lane, state: .waiting))
    nodes[index]?.open += 1
    while waiting.count <= depth { waiting.append([]) }
    waiting[depth].append((index, lane))
  }

  /// Takes the deepest branch that waits and can be explored now: not while the first run of
  /// another branch of its place is in progress, since that lane has to sleep, and its step is not
  /// known yet.
  mutating func take() -> (node: Int, lane: LanePath)? {
    for depth in waiting.indices.reversed() {
      guard let place = waiting[depth].lastIndex(where: { !isBusy($0.node) }) else { continue }
      let taken = waiting[depth].remove(at: place)
      set(taken.lane, at: taken.node, to: .running)
      while waiting.last?.isEmpty == true { waiting.removeLast() }
      return taken
    }
    return nil
  }

  /// Notes the step of a branch that was running; nil: it was not reached.
  mutating func arrive(_ step: Step?, by lane: LanePath, at index: Int) {
    set(lane, at: index, to: step.map { .known(Sleeper($0)) } ?? .lost)
    nodes[index]?.open -= 1
  }

  /// Forgets a place without branches to explore, and those before it.
  mutating func closeIfDone(_ index: Int) {
    var index = index
    while let node = nodes[index], node.open == 0 {
      nodes[index] = nil
      free.append(index)
      guard let parent = node.parent else { return }
      nodes[parent.node]?.open -= 1
      index = parent.node
    }
  }

  private func isBusy(_ index: Int) -> Bool {
    self[index].branches.contains { if case .running = $0.state { true } else { false } }
  }

  private mutating func set(_ lane: LanePath, at index: Int, to state: Branch.State) {
    guard let place = self[index].branches.firstIndex(where: { $0.lane == lane }) else { return }
    nodes[index]?.branches[place].state = state
  }
}
