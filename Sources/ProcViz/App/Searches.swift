import ProcModel
import ProcSession
import ProcSystem

/// The search or comparison under way, with the processes that it makes; at most one.
struct Searches: ~Copyable {
  private var explorer: (number: Int, work: Explorer)?
  private var comparison: (number: Int, work: Comparison)?
  /// Those that were ended; their last processes may still be on their way out.
  private var leaving: [any Leaving] = []
  /// When there was a look at the news last.
  private var lastLook: UInt64 = 0

  /// How often there is a look while news come all the time, and while they do not.
  private static let shortest: UInt64 = 33_000_000
  private static let longest: UInt64 = 100_000_000

  /// Whether anything goes on.
  var isGoingOn: Bool { explorer != nil || comparison != nil }

  /// What to wait for (`poll`), if it is time to.
  func descriptor(now: UInt64) -> Int32? {
    guard now >= lastLook + Self.shortest else { return nil }
    return explorer?.work.descriptor ?? comparison?.work.descriptor
  }

  /// How long to wait at most, in nanoseconds; nil: for ever.
  func waitTime(now: UInt64) -> UInt64? {
    guard isGoingOn else { return nil }
    let due = lastLook + (descriptor(now: now) == nil ? Self.shortest : Self.longest)
    return due.distance(after: now)
  }

  /// What there is to be told, if it is time.
  mutating func news(now: UInt64) -> Message? {
    guard isGoingOn, now >= lastLook + Self.shortest else { return nil }
    lastLook = now
    if let (number, work) = explorer {
      let progress = work.progress()
      if progress.phase == .over { leave() }
      return .explored(search: number, progress)
    }
    guard let (number, work) = comparison else { return nil }
    let progress = work.progress()
    if work.isOver { leave() }
    return .compared(comparison: number, progress)
  }

  /// Begins a search.
  ///
  /// - Returns: what there is to be told where that fails.
  mutating func begin(_ searching: Searching) -> Message? {
    leave()
    do {
      var request = Explorer.Request(
        try searching.subject.launch(), searching.strategy.make(seed: 1))
      request.maxSchedules = ExploreState.maxSchedules
      request.maxTime = ExploreState.maxTime
      explorer = (searching.number, try Explorer(request))
      return nil
    } catch {
      return .searchFailed(number: searching.number, StartFailure.message(of: error))
    }
  }

  /// Begins a comparison.
  ///
  /// - Returns: what there is to be told where that fails.
  mutating func begin(_ comparing: Comparing) -> Message? {
    leave()
    do {
      let request = Comparison.Request(
        try comparing.first.launch(), try comparing.second.launch(), schedule: comparing.schedule)
      comparison = (comparing.number, try Comparison(request))
      return nil
    } catch {
      return .searchFailed(number: comparing.number, StartFailure.message(of: error))
    }
  }

  /// Ends the search; what was found is still shortened.
  func conclude() { explorer?.work.conclude() }

  /// Ends the search, and the shortening.
  func halt() { explorer?.work.stop() }

  /// Ends whatever goes on; its processes go, too.
  mutating func leave() {
    leaving.removeAll(where: \.isOver)
    if let work = explorer?.work { leaving.append(work) }
    if let work = comparison?.work { leaving.append(work) }
    for work in leaving { work.stop() }
    explorer = nil
    comparison = nil
  }

  /// Ends everything. It waits for the threads of searches for most of a second, whatever they do;
  /// then their processes are ended for them.
  mutating func leaveAndWait() {
    leave()
    let deadline = MonotonicClock.now + Self.leavingTime
    let areOver = leaving.allSatisfy {
      $0.waitUntilOver(within: deadline.distance(after: MonotonicClock.now))
    }
    if !areOver { LiveSessions.endAll(within: Self.endingTime) }
    leaving = []
  }

  /// How long threads are waited for, and then processes, in nanoseconds.
  private static let leavingTime: UInt64 = 500_000_000
  private static let endingTime: UInt64 = 300_000_000
}

/// Something with processes of its own that was told to end.
private protocol Leaving {
  var isOver: Bool { get }
  func stop()
  func waitUntilOver(within time: UInt64) -> Bool
}

extension Explorer: Leaving {
  fileprivate var isOver: Bool { progress().phase == .over }
}

extension Comparison: Leaving {}
