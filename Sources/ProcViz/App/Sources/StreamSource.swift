import ProcModel
import ProcSession

/// A run elsewhere that comes as a stream: through standard input, a FIFO, or a file that grows.
final class StreamSource: EventSource {
  private let file: RecordingFile
  /// How far the looker's clock is ahead of the run's, as well as that is known.
  private var offset: Int64?
  private var hasFailed = false

  /// How often there is a look at a file that grows.
  private static let interval: UInt64 = 100_000_000

  init(_ file: RecordingFile) { self.file = file }

  var descriptor: Int32? { file.isGrowing ? nil : file.descriptor }
  var isFinished: Bool { hasFailed || file.ending != nil }

  var ending: ReplayEnding? {
    file.ending.map { ReplayEnding(ending: $0, damage: file.reader.malformedCount) }
  }

  func waitTime(now: UInt64) -> UInt64? { file.hasKept ? 0 : file.isGrowing ? Self.interval : nil }

  func time(now: UInt64) -> UInt64? {
    offset.map { UInt64(clamping: Int64(clamping: now) - $0) }
  }

  func collect(now: UInt64) throws(RecordingError) -> EventBatch {
    var batch = EventBatch(events: [])
    do {
      for item in try file.readPiece() ?? [] {
        switch item {
        case .event(let event): batch.events.append(event)
        case .concluded(let spinning): batch.concluded = spinning
        }
      }
    } catch {
      hasFailed = true
      throw error
    }
    batch.malformed = file.reader.malformedCount
    note(batch.events.last, now: now)
    return batch
  }

  /// What comes with the least delay shows best how the clocks differ.
  private func note(_ event: Event?, now: UInt64) {
    guard let event else { return }
    let difference = Int64(clamping: now) - Int64(clamping: event.time)
    offset = min(offset ?? difference, difference)
  }
}
