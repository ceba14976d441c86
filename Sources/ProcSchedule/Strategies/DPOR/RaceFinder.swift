/// A reversal: at some place of a run, one of these lanes should move instead.
struct Reversal: Sendable {
  /// The step before which they should move.
  let depth: Int
  /// The lanes; each would lead to runs in which a race goes the other way. The one whose step
  /// takes part in the race is first, if it is among them.
  let lanes: [LanePath]
}

/// Finds the races of a run: pairs of steps that depend on each other, with nothing in between that
/// orders them, so that the other order was possible.
struct RaceFinder {
  private let steps: [Step]
  /// The lanes that were held at the end.
  private let remaining: [Option]
  private var order = CausalOrder()
  private(set) var reversals: [Reversal] = []

  /// The races whose later step is the one at `first`, or comes after it.
  init(_ steps: [Step], remaining: [Option], from first: Int) {
    self.steps = steps
    self.remaining = remaining
    for (index, step) in steps.enumerated() {
      guard index >= first else {
        order.add(step)
        continue
      }
      if index > first { findBlocked(at: index) }
      findRaces(of: index)
      findDisabled(by: index)
    }
    guard steps.count > first else { return }
    findBlocked(at: steps.count)
    findKilled()
  }

  private func options(_ index: Int) -> [Option] {
    index < steps.count ? steps[index].options : remaining
  }
}

extension RaceFinder {
  /// The races of a step that was made. Two steps are in a race if neither the order of the later
  /// one's lane nor anything else it depends on puts the earlier first.
  ///
  /// If a lock was released before it was acquired again, this rule finds no race: the release
  /// orders the two acquires. But the acquires could have come in the other order; so if both took
  /// the same kind of thing, the step that made the later one possible does not count.
  private mutating func findRaces(of index: Int) {
    let step = steps[index]
    let before = order.clock(of: step.lane)
    let dependents = order.add(step)
    var known = before
    var knownByRivals = before
    for other in dependents {
      let isRace = other.dependence == .races && !order.knows(known, of: other.step)
      let isRivalry = other.isRival && !order.knows(knownByRivals, of: other.step)
      if isRace || isRivalry {
        let reversal = reversal(of: other.step, with: step.lane, at: index, before) { earlier in
          dependents.contains { $0.step == earlier }
        }
        if let reversal { reversals.append(reversal) }
      }
      known.join(order.clock(of: other.step))
      if other.isRival { knownByRivals.join(order.clock(of: other.step)) }
    }
  }

  /// The lanes that could have moved, and no longer can because of this step.
  private mutating func findDisabled(by index: Int) {
    let after = options(index + 1)
    for option in steps[index].options
    where option.readiness.canMove && option.lane != steps[index].lane {
      let isStillAble = after.contains { $0.lane == option.lane && $0.readiness.canMove }
      if !isStillAble { reversals.append(Reversal(depth: index, lanes: [option.lane])) }
    }
  }

  /// The lanes that have just come to an operation that cannot happen, and at the end all lanes
  /// whose operations cannot: another lane has taken what they need, and they could have come
  /// first.
  private mutating func findBlocked(at index: Int) {
    for option in options(index) where option.readiness == .blocked && hasCome(option.lane, index) {
      let before = order.clock(of: option.lane)
      guard let rival = order.lastBlocker(of: option.operation, of: option.lane),
        !order.knows(before, of: rival)
      else { continue }
      let reversal = reversal(of: rival, with: option.lane, at: index, before) { earlier in
        Dependence.mayBe(
          between: steps[earlier], andPending: option.operation, of: option.lane)
      }
      if let reversal { reversals.append(reversal) }
    }
  }

  /// The lanes that were ended before their next step: this step could have come first, after every
  /// step that has come since.
  private mutating func findKilled() {
    for (index, step) in steps.enumerated() {
      for case .kill(let victim) in step.accesses.map(\.mode) {
        for option in step.options
        where Dependence.reaches(victim, option.lane) && option.lane != step.lane {
          let before = order.clock(of: option.lane)
          let reversal = reversal(of: index, with: option.lane, at: steps.count, before) {
            Dependence.mayBe(between: steps[$0], andPending: option.operation, of: option.lane)
          }
          if let reversal { reversals.append(reversal) }
        }
      }
    }
  }

  private func hasCome(_ lane: LanePath, _ index: Int) -> Bool {
    index == steps.count || steps[index - 1].lane == lane
      || !steps[index - 1].options.contains { $0.lane == lane }
  }

  /// The lanes that can move at `earlier` so that `lane`'s next step comes before it: the first of
  /// the steps since then that do not depend on `earlier`, followed by that step.
  ///
  /// - Parameters:
  ///   - index: before which step the lane's step is, or would have been.
  ///   - before: what the lane knows before its step.
  ///   - dependsOn: whether its step depends on a step since then.
  private func reversal(
    of earlier: Int, with lane: LanePath, at index: Int, _ before: StepClock,
    dependsOn: (Int) -> Bool
  ) -> Reversal? {
    var firsts: [Int] = []
    var isFirst = true
    for other in earlier..<index where !order.precedes(earlier, other) {
      if isFirst, order.knows(before, of: other) || dependsOn(other) { isFirst = false }
      if !firsts.contains(where: { order.laneOf[$0] == order.laneOf[other] }) {
        firsts.append(other)
      }
    }
    let able = steps[earlier].options.filter(\.readiness.canMove).map(\.lane)
    // If no step since then can have made the step possible, it was possible before.
    if isFirst, !able.contains(lane) { return nil }
    let others = firsts.filter { first in
      !firsts.contains { $0 < first && order.precedes($0, first) }
    }.map { steps[$0].lane }
    let lanes = (others + (isFirst ? [lane] : [])).filter(able.contains).sorted {
      $0 == lane || $1 != lane && $0 < $1
    }
    return lanes.isEmpty ? nil : Reversal(depth: earlier, lanes: lanes)
  }
}
