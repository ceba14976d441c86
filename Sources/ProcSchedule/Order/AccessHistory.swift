/// An earlier step on which a later one depends directly.
struct Dependent: Sendable {
  /// The index of the earlier step.
  let step: Int
  /// Whether it could have gone the other way round.
  let dependence: Dependence
  /// Whether it took something that the later step then had to wait for.
  let isRival: Bool
}

/// The accesses to each object, in order.
struct AccessHistory: Sendable {
  struct Entry: Sendable {
    let step: Int
    let access: Access
  }

  private var entries: [StableObject: [Entry]] = [:]

  subscript(object: StableObject) -> [Entry] { entries[object] ?? [] }

  mutating func append(_ access: Access, _ step: Int) {
    entries[access.object, default: []].append(Entry(step: step, access: access))
  }

  /// Finds the steps on which a step with this access depends. Some changes commute with nothing.
  /// Everything earlier happened before such a change, so the search ends there.
  func find(dependentsOf access: Access, isIndefinite: Bool, into found: inout DependentList) {
    for entry in self[access.object].reversed() {
      let dependence = Dependence.between(entry.access, access, isIndefinite: isIndefinite)
      guard dependence != .none else { continue }
      found.add(entry.step, dependence, Self.isRival(entry.access.mode, access.mode))
      let isWhole =
        entry.access.element == access.element || entry.access.element == Access.everyElement
      if entry.access.mode.commutesWithNothing, isWhole { return }
    }
  }

  /// Whether both take the same kind of thing: a unit, an item, room.
  private static func isRival(_ a: Access.Mode, _ b: Access.Mode) -> Bool {
    guard let taken = a.taken, taken == b.taken else { return false }
    return a != .acquireShare || b != .acquireShare
  }
}

extension Access.Mode {
  fileprivate enum Taken { case unit, item, room }

  /// What it takes, so that others may have to wait.
  fileprivate var taken: Taken? {
    switch self {
    case .acquire, .acquireShare: .unit
    case .get: .item
    case .put: .room
    case .read, .write, .ask, .release, .releaseShare, .start, .begin, .end, .join, .kill: nil
    }
  }
}

/// The steps on which a step depends, as they are found.
struct DependentList {
  private var found: [Dependent] = []

  mutating func add(_ step: Int, _ dependence: Dependence, _ isRival: Bool) {
    found.append(Dependent(step: step, dependence: dependence, isRival: isRival))
  }

  /// Those that pass, each once, the latest first.
  func sorted(where passes: (Int) -> Bool) -> [Dependent] {
    if found.isEmpty { return [] }
    var sorted: [Dependent] = []
    for next in found.sorted(by: { $0.step > $1.step }) where passes(next.step) {
      if let last = sorted.last, last.step == next.step {
        sorted[sorted.count - 1] = Dependent(
          step: last.step, dependence: last.dependence.and(next.dependence),
          isRival: last.isRival || next.isRival)
      } else {
        sorted.append(next)
      }
    }
    return sorted
  }
}
