import ProcModel
import ProcSession

/// The processes of a session.
final class LiveSource: EventSource {
  let session: Session

  init(_ session: Session) { self.session = session }

  var descriptor: Int32? { session.descriptor }
  var isFinished: Bool { session.isFinished }
  func time(now: UInt64) -> UInt64? { now }

  func collect(now: UInt64) -> EventBatch {
    let events = session.collect(limit: 4096)
    return EventBatch(
      events: events, malformed: session.malformedCount, behind: session.lag.nanoseconds)
  }
}
