import ProcModel

/// A search among the events of a run, as far as it has come: it looks at so many in a turn, from
/// the moment on where it began, then back to the first one, and at whatever comes meanwhile.
struct EventSearch: Sendable {
  /// What is looked for.
  let query: EventQuery
  /// The places that were found.
  private(set) var hits = SeqSet()
  /// A jump that is to be made as soon as it is known where to.
  var jump: Direction?

  /// Everything from `back` up to `forth` was looked at.
  private var back: Int
  private var forth: Int
  /// The words in the names of processes and objects, once they were looked for.
  private var ofThread: [ThreadID: EventQuery.Words] = [:]
  private var ofObject: [ObjectID: EventQuery.Words] = [:]

  private struct ThreadID: Hashable {
    let pid: Int32
    let tid: Int32
  }

  /// Which way a jump goes.
  enum Direction: Sendable, Hashable { case next, previous }

  /// Where a jump leads.
  enum Answer: Hashable {
    /// To this place.
    case hit(Int)
    /// Nothing was found, and everything was looked at.
    case nothing
    /// Not everything that matters was looked at.
    case unknown
  }

  /// How many events are looked at in one turn: a few milliseconds, so that every key is answered at
  /// once.
  static let slice = 8_192

  /// A search from a moment on.
  init(_ query: EventQuery, from moment: Int) {
    self.query = query
    back = moment
    forth = moment
  }

  /// Whether all events were looked at.
  func isDone(_ count: Int) -> Bool { query.isEmpty || (back == 0 && forth >= count) }

  /// How much was looked at, in percent.
  func progress(_ count: Int) -> Int { count == 0 ? 100 : (forth - back) * 100 / count }

  /// Looks at some more events of `run`.
  mutating func look(at run: Run, limit: Int = EventSearch.slice) {
    guard !query.isEmpty else { return }
    let end = min(run.trace.count, forth + limit)
    let rest = limit - (end - forth)
    look(at: forth..<max(end, forth), of: run)
    forth = max(end, forth)
    let start = max(0, back - rest)
    look(at: start..<back, of: run)
    back = start
    takeFindings(of: run)
  }

  /// Takes what shows a finding that is looked for, as far as the events were looked at. Few queries
  /// name one, so that findings are seldom asked for.
  private mutating func takeFindings(of run: Run) {
    guard !query.findings.isEmpty else { return }
    for finding in run.findings where query.findings.contains(finding.kind) {
      for seq in finding.seqs where back..<forth ~= seq { hits.insert(seq) }
    }
  }

  private mutating func look(at seqs: Range<Int>, of run: Run) {
    var seq = seqs.lowerBound
    run.trace.forEach(in: seqs) { event in
      let names = words(inProcessOf: event, run.world) | words(inObjectOf: event, run.world)
      if query.matches(event, names: names) { hits.insert(seq) }
      seq += 1
    }
  }

  private mutating func words(inProcessOf event: Event, _ world: World) -> EventQuery.Words {
    let thread = ThreadID(pid: event.pid, tid: event.tid)
    if let known = ofThread[thread] { return known }
    guard let lane = world.lane(pid: event.pid, tid: event.tid) else { return 0 }
    let words = query.found(in: [world.lanes[lane].name, String(event.pid)])
    ofThread[thread] = words
    return words
  }

  private mutating func words(inObjectOf event: Event, _ world: World) -> EventQuery.Words {
    guard event.object != .none else { return 0 }
    if let known = ofObject[event.object] { return known }
    var names: [String] = []
    if let object = world.object(event.object) { names.append(object.name) }
    if let lane = world.lane(of: event.object) { names.append(world.lanes[lane].name) }
    guard !names.isEmpty else { return 0 }
    let words = query.found(in: names)
    ofObject[event.object] = words
    return words
  }

  /// Where a jump from a moment leads; beyond the last hit to the first one, and the other way round.
  func answer(_ direction: Direction, from moment: Int, of count: Int) -> Answer {
    switch direction {
    case .next:
      if moment >= back, let hit = hits.first(in: moment..<forth) { return .hit(hit) }
      guard isDone(count) || (forth >= count && hits.first(in: 0..<1) != nil) else {
        return .unknown
      }
      return hits.first(in: 0..<count).map { .hit($0) } ?? .nothing
    case .previous:
      if moment - 1 <= forth, let hit = hits.last(in: back..<max(back, moment - 1)) {
        return .hit(hit)
      }
      guard isDone(count) else { return .unknown }
      return hits.last(in: 0..<count).map { .hit($0) } ?? .nothing
    }
  }
}
