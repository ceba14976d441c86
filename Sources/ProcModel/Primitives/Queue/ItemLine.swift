/// The items in a queue: a line that is joined at one end and left at (or near) the other.
struct ItemLine: Sendable, Hashable {
  private var slots: [ObjectState.Item] = []
  private var head = 0
  /// How far from the front a leaving item is looked for. Puts of different processes may come out
  /// of the channel in another order than their items go into the queue, but only by a few places.
  private static let reach = 1024

  /// How many items stand in line.
  var count: Int { slots.count - head }

  /// The first items.
  func prefix(_ limit: Int) -> [ObjectState.Item] { Array(slots[head...].prefix(limit)) }

  mutating func append(_ item: ObjectState.Item) { slots.append(item) }

  /// Takes out the item with this serial number; nil where it is not near the front.
  mutating func take(serial: UInt64) -> ObjectState.Item? {
    let near = slots[head...].prefix(Self.reach)
    guard let index = near.firstIndex(where: { $0.serial == serial }) else { return nil }
    let item = slots[index]
    for place in stride(from: index, to: head, by: -1) { slots[place] = slots[place - 1] }
    head += 1
    if head * 2 > slots.count, head > 32 || head == slots.count {
      slots.removeFirst(head)
      head = 0
    }
    return item
  }

  static func == (a: ItemLine, b: ItemLine) -> Bool { a.slots[a.head...] == b.slots[b.head...] }
  func hash(into hasher: inout Hasher) { hasher.combine(slots[head...]) }
}
