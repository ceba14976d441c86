/// Makes the wait-for graph of a world.
struct WaitForGraphBuilder {
  private typealias Node = WaitForGraph.Node

  /// An edge of which it is not known yet whether it is part of a circle.
  private struct Link {
    let from: Node
    let to: Node
    let kind: WaitForGraph.Kind

    /// Whether whoever goes along it has no other choice.
    var isForGood: Bool { if case .waits(let wait) = kind { !wait.isLimited } else { true } }
  }

  private let world: World
  private var links: [Link] = []

  init(_ world: World) {
    self.world = world
    for lane in world.lanes.indices where !world.lanes[lane].hasEnded { addWait(of: lane) }
    let awaited = Set(links.map(\.to))
    for object in world.objects {
      addHolders(of: object, isAwaited: awaited.contains(.object(object.id)))
    }
  }

  /// The graph.
  var graph: WaitForGraph {
    let circle = nodesInCircles
    let edges = links.map { link in
      WaitForGraph.Edge(
        from: link.from, to: link.to, kind: link.kind,
        isInCircle: circle[link.from] != nil
          && circle[link.from] == circle[link.to])
    }
    let nodes = Set(links.flatMap { [$0.from, $0.to] })
    return WaitForGraph(
      lanes: world.lanes.indices.filter { nodes.contains(.lane($0)) }
        .map { laneNode($0, isInCircle: circle[.lane($0)] != nil) },
      objects: world.objects.filter { nodes.contains(.object($0.id)) }.map(objectNode),
      edges: edges)
  }

  private func laneNode(_ lane: LaneIndex, isInCircle: Bool) -> WaitForGraph.LaneNode {
    let state = world.lanes[lane]
    return WaitForGraph.LaneNode(
      lane: lane, pid: state.pid, tid: state.tid, name: world.name(lane), isInCircle: isInCircle)
  }

  private func objectNode(_ object: ObjectState) -> WaitForGraph.ObjectNode {
    WaitForGraph.ObjectNode(
      id: object.id, kind: object.kind, name: Sanitizer.line(object.name),
      holders: holders(of: object))
  }
}

extension WaitForGraphBuilder {
  /// What a lane waits for.
  private mutating func addWait(of lane: LaneIndex) {
    guard case .blocked(let blocker) = wait(of: lane), let target = target(blocker) else { return }
    let state = world.lanes[lane]
    var isLimited = state.timeLimit != nil
    if case .held(let pending) = state.activity { isLimited = pending.blocking != .indefinite }
    let wait = WaitForGraph.Wait(
      blocker: blocker, since: state.since, isLimited: isLimited,
      isHeld: state.isHeld)
    links.append(Link(from: .lane(lane), to: target, kind: .waits(wait)))
  }

  /// What a lane waits for, with or without a limit.
  private func wait(of lane: LaneIndex) -> Activity {
    guard case .held(let pending) = world.lanes[lane].activity,
      !world.canHappen(pending, by: lane)
    else { return world.lanes[lane].activity }
    return world.activity(before: pending, by: lane)
  }

  private func target(_ blocker: Blocker) -> Node? {
    switch blocker {
    case .join(let child): world.lane(of: child).map { .lane($0) }
    case .result(let pool, let task): worker(pool, task).map { .lane($0) } ?? .object(pool)
    case .input: nil
    case .lock, .lockShare, .get, .put, .tasks, .server, .semaphore, .condition, .event, .barrier:
      .object(blocker.object)
    }
  }

  /// Whoever works on a task.
  private func worker(_ id: ObjectID, _ task: UInt64) -> LaneIndex? {
    guard case .pool(let pool)? = world.object(id)?.content, let place = pool.place(task),
      case .running(let worker) = pool.tasks[place].stage
    else { return nil }
    return worker
  }

  private func holders(of object: ObjectState) -> [LaneIndex] {
    guard case .lock(let state) = object.content else { return [] }
    return state.holders.map(\.lane)
  }

  private mutating func addHolders(of object: ObjectState, isAwaited: Bool) {
    for lane in holders(of: object) where isAwaited || !world.lanes[lane].hasEnded {
      links.append(Link(from: .object(object.id), to: .lane(lane), kind: .heldBy))
    }
  }

  /// The nodes that lie on circles, each with a number that those on the same circle share.
  private var nodesInCircles: [Node: Int] {
    let next = Dictionary(grouping: links.filter(\.isForGood), by: \.from)
    var circle: [Node: Int] = [:]
    for (number, link) in links.enumerated() where circle[link.from] == nil {
      let reached = reach(from: link.from, next)
      guard reached.contains(link.from) else { continue }
      for node in reached where reach(from: node, next).contains(link.from) {
        circle[node] = number
      }
    }
    return circle
  }

  /// The nodes to which a way leads.
  private func reach(from start: Node, _ next: [Node: [Link]]) -> Set<Node> {
    var reached = Set<Node>()
    var open = [start]
    while let node = open.popLast() {
      for link in next[node] ?? [] where reached.insert(link.to).inserted { open.append(link.to) }
    }
    return reached
  }
}
