/// Follows a schedule; what comes after it, or after the place where it and the run part, goes by
/// default: the lane that moved last as long as it can, else the first that can.
public struct ReplayScheduler: Scheduler {
  /// What becomes of a schedule's moves that are not possible.
  public enum Conduct: Sendable {
    /// The schedule is given up there.
    case strict
    /// They are left out. For schedules that were made up, and are tried.
    case lenient
    /// They wait until they are possible, and later ones go first. For schedules that were read from
    /// runs that went freely.
    case patient
  }

  /// What is followed.
  public let schedule: Schedule
  /// Where schedule and run parted; nil as long as they have not.
  public private(set) var divergence: Divergence?
  /// How many moves of the schedule were made (or left out).
  public private(set) var position = 0

  /// Whether the last choice was the schedule's; else it went by default.
  public private(set) var isFollowing = true

  private let conduct: Conduct
  /// Moves that were not possible in their place, and have not been made since.
  private var waiting: [Move] = []
  private var last: LanePath?
  private var digest = StepDigest()
  private var nextCheck = 0

  /// A scheduler that follows `schedule`.
  public init(_ schedule: Schedule, conduct: Conduct = .strict) {
    self.schedule = schedule
    self.conduct = conduct
  }

  /// The schedule's next move; nil where there is none, or it is followed no further.
  public var next: Move? {
    divergence == nil && position < schedule.moves.count ? schedule.moves[position] : nil
  }

  /// Whether all of it was done, or it is followed no further.
  public var isOver: Bool { next == nil && waiting.isEmpty }

  /// Whose move is next, unless moves that are not possible are left out.
  public var awaited: LanePath? { conduct == .lenient ? nil : next?.lane }

  /// The schedule's next move, if it is possible.
  public mutating func choose(_ point: SchedulePoint) -> Move? {
    isFollowing = true
    if let place = waiting.firstIndex(where: { reasonAgainst($0, point) == nil }) {
      last = waiting[place].lane
      return waiting.remove(at: place)
    }
    while let move = next {
      guard let reason = reasonAgainst(move, point) else {
        position += 1
        last = move.lane
        return move
      }
      switch conduct {
      case .strict: part(reason)
      case .lenient: position += 1
      case .patient:
        waiting.append(move)
        position += 1
      }
    }
    isFollowing = false
    last = point.byDefault(after: last)
    return last.map { Move($0) }
  }

  /// Compares what happened with the schedule's checks.
  public mutating func note(_ step: Step) {
    guard conduct == .strict, isFollowing, divergence == nil else { return }
    digest.add(step)
    guard nextCheck < schedule.checks.count else { return }
    let check = schedule.checks[nextCheck]
    guard check.place == position else { return }
    nextCheck += 1
    if digest.take() != check.bits { part(.differs(since: sinceLastCheck), at: position) }
  }

  /// Where schedule and run parted, now that the run has ended: perhaps before the schedule did.
  public func divergenceAtEnd() -> Divergence? {
    if divergence != nil || conduct != .strict || position >= schedule.moves.count {
      return divergence
    }
    return Divergence(
      move: position + 1, count: schedule.moves.count, lane: schedule.moves[position].lane,
      reason: .ended)
  }

  private var sinceLastCheck: Int {
    nextCheck >= 2 ? schedule.checks[nextCheck - 2].place + 1 : 1
  }

  private func reasonAgainst(_ move: Move, _ point: SchedulePoint) -> Divergence.Reason? {
    guard let option = point[move.lane] else { return .absent }
    return option.readiness.canMove ? nil : .cannotMove(option.operation)
  }

  private mutating func part(_ reason: Divergence.Reason, at move: Int? = nil) {
    let move = move ?? position + 1
    divergence = Divergence(
      move: move, count: schedule.moves.count, lane: schedule.moves[move - 1].lane, reason: reason)
  }
}
