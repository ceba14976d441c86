import ProcModel
import ProcSession

/// A recording in a file: at once, in pieces that leave time to look, or in the time that the run
/// took.
final class FileSource: EventSource {
  private let file: RecordingFile
  /// What has been read and not been handed out.
  private var items: [RecordingReader.Item] = []
  private var next = 0
  /// How many events come at once before it is played.
  private var ahead: Int
  private var playback: Playback?
  /// The time of the last event that was handed out.
  private var time: UInt64 = 0

  /// The most events of one batch.
  private static let mostEvents = 4096
  /// A stamp this far ahead of the one before comes from no clock of this run: 30 days.
  private static let farthest: UInt64 = 30 * 24 * 3_600_000_000_000

  /// - Parameters:
  ///   - playback: in which time; nil: at once.
  ///   - ahead: how many events come at once all the same.
  init(_ file: RecordingFile, _ playback: Playback?, ahead: Int = 0) {
    self.file = file
    self.playback = playback
    self.ahead = ahead
  }

  var descriptor: Int32? { nil }
  private(set) var isFinished = false

  var ending: ReplayEnding? {
    guard isFinished, let ending = file.ending else { return nil }
    return ReplayEnding(ending: ending, damage: file.reader.malformedCount)
  }

  func time(now: UInt64) -> UInt64? { playback?.time(now: now) }

  func waitTime(now: UInt64) -> UInt64? {
    guard let playback, ahead == 0, playback.hasBegun, next < items.count else {
      return playback?.isPaused == true ? nil : 0
    }
    guard case .event(let event) = items[next] else { return 0 }
    return playback.waitTime(until: stamp(event), now: now)
  }

  func collect(now: UInt64) throws(RecordingError) -> EventBatch {
    var batch = EventBatch(events: [])
    while batch.events.count < Self.mostEvents, batch.concluded == nil {
      if next == items.count {
        guard try refill() else { break }
      }
      guard isDue(items[next], now: now) else { break }
      switch items[next] {
      case .event(let event):
        time = stamp(event)
        batch.events.append(event)
        ahead = max(0, ahead - 1)
      case .concluded(let spinning): batch.concluded = spinning
      }
      next += 1
    }
    batch.malformed = file.reader.malformedCount
    batch.progress = progress
    return batch
  }

  /// Does what the user wants.
  func obey(_ order: PlayOrder, now: UInt64) {
    switch order {
    case .pause: playback?.pause(true, now: now)
    case .goOn: playback?.pause(false, now: now)
    case .speed(let speed): playback?.set(speed: speed, now: now)
    case .atOnce: playback = nil
    }
  }

  /// Reads a piece; a long stretch of nothing that could be understood must not keep anybody waiting.
  ///
  /// - Returns: false where there was nothing in it.
  private func refill() throws(RecordingError) -> Bool {
    items.removeAll(keepingCapacity: true)
    next = 0
    do {
      if file.ending == nil { items = try file.readPiece() ?? [] }
    } catch {
      isFinished = true
      throw error
    }
    isFinished = items.isEmpty && file.ending != nil
    return !items.isEmpty
  }

  private func isDue(_ item: RecordingReader.Item, now: UInt64) -> Bool {
    guard case .event(let event) = item, ahead == 0, playback != nil else { return true }
    if playback?.hasBegun == false { playback?.begin(at: stamp(event), now: now) }
    return stamp(event) <= playback?.time(now: now) ?? .max
  }

  /// The time of an event, as the trace will keep it.
  private func stamp(_ event: Event) -> UInt64 {
    if time == 0 { return event.time }
    return event.time < time || event.time - time > Self.farthest ? time : event.time
  }

  /// How much has been read, in percent; nil once it is all, or where it is played.
  private var progress: Int? {
    guard !isFinished, playback == nil, let size = file.size, size > 0 else { return nil }
    return min(99, file.position * 100 / size)
  }
}
