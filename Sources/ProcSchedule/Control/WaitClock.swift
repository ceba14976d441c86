/// How long somebody has been waited for: only time counts that he could have used. It is a pure
/// clock, moved on by glances.
///
/// - While the viewer does not look (it is suspended itself, the machine sleeps), next to nothing
///   counts.
/// - Who sleeps is charged the time that passes.
/// - Who runs, or would run, is charged the CPU time that he got: a busy machine is not his fault.
struct WaitClock: Sendable {
  /// The time that counts, in nanoseconds.
  private(set) var charged: UInt64 = 0
  /// The time during which somebody looked, in nanoseconds.
  private(set) var watched: UInt64 = 0

  private let interval: UInt64
  private let forgivesStops: Bool
  private var last: UInt64?
  private var cpu: UInt64?

  /// A clock that stands at 0.
  ///
  /// - Parameters:
  ///   - interval: the most that counts between two glances, in nanoseconds.
  ///   - forgivesStops: whether time does not count in which a process was stopped.
  init(interval: UInt64, forgivesStops: Bool) {
    self.interval = interval
    self.forgivesStops = forgivesStops
  }

  /// Begins anew: there is news.
  mutating func restart(_ glance: Glance) {
    charged = 0
    watched = 0
    last = glance.time
    cpu = glance.activity?.cpu
  }

  /// Time has passed since the glance before.
  mutating func pass(_ glance: Glance) {
    let passed = last.map { glance.time > $0 ? min(glance.time - $0, interval) : 0 } ?? 0
    last = glance.time
    watched += passed
    charged += charge(passed, glance.activity)
    cpu = glance.activity?.cpu ?? cpu
  }

  private func charge(_ passed: UInt64, _ activity: TaskActivity?) -> UInt64 {
    guard let activity else { return passed }
    switch activity.state {
    case .asleep: return passed
    case .stopped: return forgivesStops ? 0 : passed
    case .running:
      // The kernel counts in hundredths of a second: more may come at once than time has passed.
      guard let cpu, activity.cpu > cpu else { return 0 }
      return min(activity.cpu - cpu, interval)
    }
  }
}
