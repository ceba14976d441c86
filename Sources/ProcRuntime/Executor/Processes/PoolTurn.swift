import Synchronization

/// Lets several threads of one process wait for the same descriptors: one of them waits there, and
/// the others for that one.
final class PoolTurn: Sendable {
  private let isTaken = Atomic<Bool>(false)
  private let round = EventWord()

  /// Waits until something has happened, or the deadline has passed.
  ///
  /// - Parameters:
  ///   - isOver: whether there is nothing to wait for any more.
  ///   - body: waits at the descriptors.
  func wait(until deadline: Deadline, unless isOver: () -> Bool, _ body: () -> Void) {
    let now = round.current
    let (isMine, _) = isTaken.compareExchange(
      expected: false, desired: true, ordering: .acquiringAndReleasing)
    if isMine {
      body()
      isTaken.store(false, ordering: .releasing)
      round.announce()
    } else if !isOver() {
      // The thread that waits at the descriptors announces the next round when it leaves, so the
      // others cannot miss it.
      round.wait(while: now, until: deadline)
    }
  }
}
