/// Reorders a run without changing what it does, with as few context switches as possible: of all
/// schedules of the run's class, one with the fewest switches.
public struct FewestSwitches: Sendable {
  /// How many places are searched before it falls back to an approximation.
  public static let bound = 300_000

  /// The same for a schedule that is tried: then it need not be the best.
  public static let trialBound = 20_000

  /// The schedule.
  public let schedule: Schedule
  /// Whether no other schedule of the class has fewer switches; otherwise it is an approximation.
  public let isExact: Bool

  /// Reorders `execution`.
  ///
  /// - Parameter bound: how many places to search.
  public init(_ execution: Execution, bound: Int = Self.bound) {
    let work = Workload(execution.steps)
    let (turns, isExact) = work.turns(bound: bound)
    self.isExact = isExact
    schedule = Schedule(steps: work.order(turns).map { execution.steps[$0] })
  }
}

/// The steps of each lane, and the steps that each must wait for.
///
/// A place says how many steps each lane has made. The lane that has the turn moves as far as the
/// others' steps allow: stopping earlier never saves a switch, since a step that is made sooner
/// never blocks another lane. So a path is a list of turns, and breadth-first search finds the
/// shortest.
private struct Workload {
  /// The steps of each lane, in order; lanes in the order of their paths.
  private var lanes: [[Int]] = []
  /// For each step, how far every lane must have come.
  private var needs: [[UInt16]] = []

  init(_ steps: [Step]) {
    let order = CausalOrder(steps)
    let places = order.lanes.indices.sorted { order.lanes[$0] < order.lanes[$1] }
    lanes = places.map { place in steps.indices.filter { order.laneOf[$0] == place } }
    needs = steps.indices.map { step in
      let clock = order.clock(of: step)
      return places.map { place in
        let own = place == order.laneOf[step] ? 1 : 0
        return UInt16(clamping: Int(clock[place]) - own)
      }
    }
  }

  /// The steps in the order of these turns.
  func order(_ turns: [Int]) -> [Int] {
    var place = start
    var order: [Int] = []
    for lane in turns {
      let from = Int(place[lane])
      move(lane, from: &place)
      order += lanes[lane][from..<Int(place[lane])]
    }
    return order
  }

  /// The turns with the fewest switches, if they are found within `bound` places.
  func turns(bound: Int) -> (turns: [Int], isExact: Bool) {
    // With very many lanes a place takes long: as much work as ten of them make is done.
    let bound = min(bound, bound * 100 / max(1, lanes.count * lanes.count))
    // Longer runs would not fit the numbers of a place.
    guard needs.count < Int(UInt16.max) else { return (roughTurns(), false) }
    var ways: [(before: Int, lane: Int)] = [(-1, -1)]
    var seen: Set<[UInt16]> = [start]
    var front = [(way: 0, place: start)]
    while !front.isEmpty {
      var next: [(way: Int, place: [UInt16])] = []
      for (way, place) in front {
        if isEnd(place) { return (turns(to: way, ways), true) }
        for lane in lanes.indices {
          var further = place
          guard move(lane, from: &further), seen.insert(further).inserted else { continue }
          ways.append((way, lane))
          next.append((ways.count - 1, further))
        }
        if seen.count > bound { return (roughTurns(), false) }
      }
      front = next
    }
    return (roughTurns(), false)
  }

  /// Gives each turn to the lane that can go farthest.
  private func roughTurns() -> [Int] {
    var place = start
    var turns: [Int] = []
    while !isEnd(place) {
      var best: (lane: Int, place: [UInt16], length: UInt16)?
      for lane in lanes.indices {
        var further = place
        guard move(lane, from: &further) else { continue }
        let length = further[lane] - place[lane]
        if length > best?.length ?? 0 { best = (lane, further, length) }
      }
      guard let best else { return turns }
      turns.append(best.lane)
      place = best.place
    }
    return turns
  }

  private var start: [UInt16] { Array(repeating: 0, count: lanes.count) }

  private func isEnd(_ place: [UInt16]) -> Bool {
    lanes.indices.allSatisfy { Int(place[$0]) == lanes[$0].count }
  }

  /// Moves a lane as far as it can go alone; returns whether it moved at all.
  @discardableResult
  private func move(_ lane: Int, from place: inout [UInt16]) -> Bool {
    let from = place[lane]
    while Int(place[lane]) < lanes[lane].count {
      let need = needs[lanes[lane][Int(place[lane])]]
      guard need.indices.allSatisfy({ need[$0] <= place[$0] }) else { break }
      place[lane] += 1
    }
    return place[lane] > from
  }

  private func turns(to way: Int, _ ways: [(before: Int, lane: Int)]) -> [Int] {
    var turns: [Int] = []
    var way = way
    while way > 0 {
      turns.append(ways[way].lane)
      way = ways[way].before
    }
    return turns.reversed()
  }
}
