/// Worlds of the past, kept at even distances so that any other is found by replaying a few events.
///
/// There are never more than ``most``: when there would be, every second one is dropped and the
/// distance doubles, so that memory stays bounded however long a run is.
struct Checkpoints: Sendable {
  private var worlds: [World] = [World()]
  private var distance = 256
  private static let most = 96

  /// Keeps `world`, if it is time.
  mutating func note(_ world: World) {
    guard world.eventCount >= worlds.count * distance else { return }
    worlds.append(world)
    guard worlds.count > Self.most else { return }
    worlds = worlds.indices.filter { $0 % 2 == 0 }.map { worlds[$0] }
    distance *= 2
  }

  /// The latest world that is kept with at most `count` events.
  func world(before count: Int) -> World {
    worlds[Swift.min(Swift.max(count, 0) / distance, worlds.count - 1)]
  }
}
