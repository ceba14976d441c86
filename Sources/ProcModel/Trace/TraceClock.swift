/// When the events of full chunks happened, nanoseconds of the trace's clock.
///
/// In a narrow chunk each event takes two bytes: how long after the first of its sixteen it was. Where
/// that is not enough the chunk is wide, and takes four: how long after the first of the chunk.
struct TraceClock: Sendable {
  /// For each chunk the time of its first event, and where its events stand: the number of chunks
  /// of the same width before it, twice; one more for a wide one.
  private var starts = SegmentedArray<UInt64>()
  private var places = SegmentedArray<UInt32>()
  /// Of narrow chunks: for each sixteen events how long after the chunk's first one they begin.
  private var steps = SegmentedArray<UInt32>()
  private var narrow = SegmentedArray<UInt16>()
  private var wide = SegmentedArray<UInt32>()
  /// The times of the events that are more than 4 s later than the first of their chunk.
  private var late: [Int: UInt64] = [:]

  private static let length = EventPacker.chunkLength
  private static let stepLength = 16

  /// Takes the events of a chunk.
  mutating func append(_ events: [Event]) {
    if Self.isNarrow(events) { appendNarrow(events) } else { appendWide(events) }
    starts.append(events[0].time)
  }

  private static func isNarrow(_ events: [Event]) -> Bool {
    guard events[length - 1].time - events[0].time < UInt64(UInt32.max) else { return false }
    return stride(from: 0, to: length, by: stepLength).allSatisfy {
      events[$0 + stepLength - 1].time - events[$0].time <= UInt64(UInt16.max)
    }
  }

  private mutating func appendNarrow(_ events: [Event]) {
    places.append(UInt32(narrow.count / Self.length) << 1)
    for first in stride(from: 0, to: Self.length, by: Self.stepLength) {
      steps.append(UInt32(events[first].time - events[0].time))
      for event in events[first..<(first + Self.stepLength)] {
        narrow.append(UInt16(event.time - events[first].time))
      }
    }
  }

  private mutating func appendWide(_ events: [Event]) {
    let chunk = starts.count
    places.append(UInt32(wide.count / Self.length) << 1 | 1)
    for (place, event) in events.enumerated() {
      let delay = event.time - events[0].time
      if delay >= UInt64(UInt32.max) { late[chunk * Self.length + place] = event.time }
      wide.append(UInt32(clamping: delay))
    }
  }

  /// How many events have happened at `time`.
  func count(upTo time: UInt64) -> Int {
    let chunk = starts.partitioningIndex { $0 > time } - 1
    guard chunk >= 0 else { return 0 }
    let first = chunk * Self.length
    let places = first..<(first + Self.length)
    return places.partitioningIndex { self.time(of: $0) > time }
  }

  @inline(__always)
  func time(of seq: Int) -> UInt64 {
    let (chunk, place) = (seq / Self.length, seq % Self.length)
    let code = Int(places[chunk])
    let number = (code >> 1) * Self.length + place
    if code & 1 == 0 {
      return starts[chunk] &+ UInt64(steps[number / Self.stepLength]) &+ UInt64(narrow[number])
    }
    let delay = wide[number]
    return delay == UInt32.max ? late[seq] ?? 0 : starts[chunk] &+ UInt64(delay)
  }
}
