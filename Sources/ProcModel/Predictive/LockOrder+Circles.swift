extension LockOrder {
  /// A circle of locks that goes through `edge`, each taken by another lane while it held the one
  /// before, such that all those lanes can be there at the same time.
  func circle(through edge: LockEdge, _ world: World) -> [LockEdge]? {
    var search = CircleSearch(edges: edges, world: world, path: [edge])
    return search.close() ? search.path.rotatedToFirst : nil
  }

  /// A search for the way back, edge by edge.
  private struct CircleSearch {
    let edges: [ObjectID: [LockEdge]]
    let world: World
    var path: [LockEdge]
    /// How many more edges are looked at: enough for what people write, and no more.
    var budget = 2048

    /// Whether the path could be made a circle.
    mutating func close() -> Bool {
      guard let last = path.last, let start = path.first else { return false }
      for edge in edges[last.to] ?? [] {
        budget -= 1
        if budget < 0 { return false }
        guard last.waits(for: edge), path.allSatisfy({ $0.canMeet(edge) }) else { continue }
        path.append(edge)
        if edge.to == start.from ? edge.waits(for: start) && hasRoomForAll : close() {
          return true
        }
        path.removeLast()
      }
      return false
    }

    /// Whether no counting semaphore keeps so many lanes from being there at once.
    private var hasRoomForAll: Bool {
      var holders: [ObjectID: Int64] = [:]
      for edge in path {
        for semaphore in edge.semaphores { holders[semaphore, default: 0] += 1 }
      }
      return holders.allSatisfy { id, count in count <= world.object(id)?.capacity ?? 0 }
    }
  }
}

extension [LockEdge] {
  /// The same circle, from the edge that was seen first.
  fileprivate var rotatedToFirst: [LockEdge] {
    guard let place = indices.min(by: { self[$0].seq < self[$1].seq }) else { return self }
    return Array(self[place...] + self[..<place])
  }
}
