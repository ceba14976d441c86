/// Worlds of the past, kept at even distances so that any other is found by replaying a few events.
///
/// What they take together is bounded by what the run itself takes: when it would be more, every
/// second one is dropped and the distance doubles.
struct Checkpoints: Sendable {
  private var worlds: [World] = [World()]
  private var distance = 256
  /// About how many bytes the worlds take, each counted as if it shared nothing with others.
  private var size = 0
  /// So many may lie close together, and then further and further apart, up to the distance that is
  /// replayed in a blink. Copying worlds more often than that would slow every event down.
  private static let mostClose = 96
  private static let farEnough = 4096

  /// Keeps `world`, if it is time.
  mutating func note(_ world: World) {
    if world.eventCount >= worlds.count * distance { keep(world) }
  }

  private mutating func keep(_ world: World) {
    worlds.append(world)
    size += world.size
    let isCrowded = worlds.count > Self.mostClose && distance < Self.farEnough
    guard isCrowded || size > Self.most(world.eventCount), worlds.count > 2 else { return }
    worlds = worlds.indices.filter { $0 % 2 == 0 }.map { worlds[$0] }
    size = worlds.reduce(0) { $0 + $1.size }
    distance *= 2
  }

  /// The most bytes that may be taken beside so many events.
  private static func most(_ events: Int) -> Int { Swift.max(2 << 20, 2 * events) }

  /// The latest world that is kept with at most `count` events.
  func world(before count: Int) -> World {
    worlds[Swift.min(Swift.max(count, 0) / distance, worlds.count - 1)]
  }
}

extension World {
  /// About how many bytes a copy takes that shares nothing with its original.
  fileprivate var size: Int {
    let fixed = 1024
    let perLane = 2 * MemoryLayout<LaneState>.stride
    let perObject = 2 * MemoryLayout<ObjectState>.stride
    let perElement = 512
    return fixed + lanes.count * perLane + elements.count * perElement
      + objects.reduce(0) { $0 + perObject + $1.content.size }
  }
}

extension ObjectState.Content {
  /// About how many bytes what grows in it takes.
  fileprivate var size: Int {
    switch self {
    case .queue(let queue): Int(queue.depth) * MemoryLayout<ObjectState.Item>.stride
    case .entries(let entries): entries.count * 4 * MemoryLayout<ObjectState.Entry>.stride
    case .pool(let pool): pool.tasks.count * MemoryLayout<ObjectState.Task>.stride
    case .lock, .value, .variable, .manager, .semaphore, .condition, .event, .barrier: 0
    }
  }
}
