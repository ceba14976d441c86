/// What is under way through one queue or pool: numbered things, each with what its giver knew.
///
/// Numbers rise, so that a thing is found by its distance from the first; what is out of line is kept
/// by its number.
struct ParcelLine: Sendable {
  private var slots: [Stamp?] = []
  /// The place in ``slots`` of the first that is under way, and its number.
  private var head = 0
  private var first: UInt64 = 0
  private var strays: [UInt64: Stamp] = [:]
  /// What was known to those who made room for more, where room is scarce.
  var room: GatheredClock?
  /// What was known to the givers of things that have been forgotten.
  private(set) var forgotten: GatheredClock?

  /// The most things in line that are told apart.
  private static let most = 1 << 13

  /// Something is given.
  mutating func give(_ number: UInt64, _ stamp: Stamp) {
    if head == slots.count { start(at: number) }
    let distance = number &- first
    if distance == UInt64(slots.count - head) {
      slots.append(stamp)
      if slots.count - head > Self.most { forgetFirst() }
    } else if distance < UInt64(slots.count - head) {
      slots[head + Int(distance)] = stamp
    } else if strays.count < Self.most {
      strays[number] = stamp
    } else {
      forget(stamp)
    }
  }

  /// What came with a thing, which stays under way.
  func stamp(of number: UInt64) -> Stamp? {
    let distance = number &- first
    guard distance < UInt64(slots.count - head) else { return strays[number] }
    return slots[head + Int(distance)]
  }

  /// What came with a thing, which has arrived.
  mutating func take(_ number: UInt64) -> Stamp? {
    let distance = number &- first
    guard distance < UInt64(slots.count - head) else { return strays.removeValue(forKey: number) }
    let place = head + Int(distance)
    defer {
      slots[place] = nil
      if place == head { skipEmpty() }
    }
    return slots[place]
  }

  private mutating func start(at number: UInt64) {
    slots.removeAll(keepingCapacity: true)
    (head, first) = (0, number)
  }

  private mutating func skipEmpty() {
    while head < slots.count, slots[head] == nil {
      head += 1
      first &+= 1
    }
    guard head > 64, head * 2 > slots.count else { return }
    slots.removeFirst(head)
    head = 0
  }

  private mutating func forgetFirst() {
    if let stamp = slots[head] { forget(stamp) }
    slots[head] = nil
    skipEmpty()
  }

  /// Whoever takes a thing that is forgotten is taken to know all that was known to any of their
  /// givers: too much order accuses nobody.
  private mutating func forget(_ stamp: Stamp) {
    forgotten = forgotten ?? GatheredClock()
    forgotten?.add(stamp)
  }
}
