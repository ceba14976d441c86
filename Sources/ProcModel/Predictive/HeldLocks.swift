/// Numbers for sets of locks, so that an access can say in four bytes which ones were held.
struct HeldLocks: Sendable {
  private var numbers: [[ObjectID]: Int32] = [[]: 0]
  private var sets: [[ObjectID]] = [[]]
  /// The number that each lane had last.
  private var latest: [Int32] = []
  /// The most sets that are told apart.
  private static let most = 65_536

  /// The locks of a number.
  subscript(number: Int32) -> [ObjectID] { sets[Int(number)] }

  /// The number of the locks that a lane holds.
  mutating func number(of holding: [ObjectID], _ lane: LaneIndex) -> Int32 {
    if holding.isEmpty { return 0 }
    while latest.count <= lane { latest.append(0) }
    let last = latest[lane]
    if sets[Int(last)] == holding { return last }
    let number = numbers[holding] ?? add(holding)
    latest[lane] = number
    return number
  }

  private mutating func add(_ holding: [ObjectID]) -> Int32 {
    guard sets.count < Self.most else { return 0 }
    let number = Int32(sets.count)
    numbers[holding] = number
    sets.append(holding)
    return number
  }
}
