/// Dynamic partial order reduction: one of all schedules that differ only in the order of
/// independent steps. Source sets and sleep sets (Abdulla, Aronis, Jonsson, Sagonas 2014), extended
/// to lanes that wait (Flanagan, Godefroid 2005). See docs/scheduler.md.
public struct DPORStrategy: Strategy {
  private enum First { case open, underWay, made }

  private var tree = DPORTree()
  private var first = First.open
  private var underWay = 0
  private var isDisturbed = false

  /// How many runs went another way than the same moves went before.
  public private(set) var surprises = 0

  /// A search that begins with the default order.
  public init() {}

  /// Whether every class of schedules has been seen.
  public var isExhausted: Bool {
    first == .made && tree.isEmpty && underWay == 0 && surprises == 0 && !isDisturbed
  }

  /// The deepest branch that waits.
  public mutating func next() -> (any Scheduler)? {
    if first == .open {
      first = .underWay
      underWay += 1
      return DPORScheduler(node: nil, way: [], asleep: [])
    }
    guard let (node, lane) = tree.take() else { return nil }
    underWay += 1
    return DPORScheduler(node: node, way: way(to: node) + [lane], asleep: sleepers(at: node))
  }

  /// Finds the races of the run, and adds the branches in which they go the other way.
  public mutating func learn(_ execution: Execution, from scheduler: any Scheduler) {
    guard let scheduler = scheduler as? DPORScheduler else { return }
    underWay -= 1
    if execution.end == .disturbed { isDisturbed = true }
    let path = scheduler.node.map { places(to: $0) } ?? []
    let hasArrived = follows(execution.steps, path, scheduler)
    if !hasArrived { surprises += 1 }
    if let node = scheduler.node, let lane = scheduler.way.last {
      tree.arrive(hasArrived ? execution.steps[scheduler.firstNew] : nil, by: lane, at: node)
    } else {
      first = .made
    }
    if hasArrived { extend(path, execution, scheduler) }
    if let node = scheduler.node { tree.closeIfDone(node) }
  }

  /// The lanes that sleep in the next branch of a place: those that slept when it was reached, and
  /// those whose branches have been explored.
  private func sleepers(at node: Int) -> [Sleeper] {
    tree[node].asleep
      + tree[node].branches.compactMap {
        if case .known(let sleeper) = $0.state { sleeper } else { nil }
      }
  }

  /// The places on the path to a place, itself included, from the root on.
  private func places(to node: Int) -> [Int] {
    var path = [node]
    while let parent = tree[path[path.count - 1]].parent { path.append(parent.node) }
    return path.reversed()
  }

  private func way(to node: Int) -> [LanePath] {
    places(to: node).compactMap { tree[$0].parent?.lane }
  }

  /// Whether a run has followed its path, and met the same points as earlier runs.
  private func follows(_ steps: [Step], _ path: [Int], _ scheduler: DPORScheduler) -> Bool {
    steps.count >= scheduler.way.count
      && zip(steps, scheduler.way).allSatisfy { $0.lane == $1 }
      && zip(steps, path).allSatisfy { $0.fingerprint == tree[$1].fingerprint }
  }
}

extension DPORStrategy {
  /// Adds the branches that a run asks for, and the places that it was the first to reach, if
  /// branches wait there.
  private mutating func extend(_ path: [Int], _ execution: Execution, _ scheduler: DPORScheduler) {
    let steps = execution.steps
    let finder = RaceFinder(
      steps, remaining: scheduler.givenUp ?? execution.remaining, from: scheduler.firstNew)
    var wanted: [Int: [LanePath]] = [:]
    for reversal in finder.reversals {
      if let lane = missing(reversal, wanted[reversal.depth] ?? [], path, steps, scheduler) {
        wanted[reversal.depth, default: []].append(lane)
      }
    }
    guard let deepest = wanted.keys.max() else { return }
    var path = path
    while path.count <= deepest { path.append(place(at: path.count, path.last, steps, scheduler)) }
    for depth in wanted.keys.sorted() {
      for lane in wanted[depth] ?? [] { tree.await(lane, at: path[depth]) }
    }
  }

  /// The lane whose branch a reversal needs; nil if a suitable branch exists, or is explored
  /// elsewhere.
  private func missing(
    _ reversal: Reversal, _ wanted: [LanePath], _ path: [Int], _ steps: [Step],
    _ scheduler: DPORScheduler
  ) -> LanePath? {
    let depth = reversal.depth
    let isKnown = depth < path.count
    let gone = isKnown ? tree[path[depth]].branches.map(\.lane) : [steps[depth].lane]
    let asleep = isKnown ? tree[path[depth]].asleep : scheduler.sleepers(at: depth)
    let isServed = reversal.lanes.contains { lane in
      gone.contains(lane) || wanted.contains(lane) || asleep.contains { $0.lane == lane }
    }
    return isServed ? nil : reversal.lanes[0]
  }

  /// A place that a run was the first to reach.
  private mutating func place(
    at depth: Int, _ parent: Int?, _ steps: [Step], _ scheduler: DPORScheduler
  ) -> Int {
    tree.add(
      DPORTree.Node(
        parent: parent.map { ($0, steps[depth - 1].lane) }, depth: depth,
        fingerprint: steps[depth].fingerprint, asleep: scheduler.sleepers(at: depth),
        branches: [
          DPORTree.Branch(lane: steps[depth].lane, state: .known(Sleeper(steps[depth])))
        ]))
  }
}
