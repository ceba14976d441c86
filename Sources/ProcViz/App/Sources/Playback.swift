import ProcModel

/// The clock of a recording that is played: how it goes with the clock of those who look.
struct Playback: Sendable, Hashable {
  /// How fast it goes; 1: as the run did.
  private(set) var speed: Double
  /// Whether it stands still.
  private(set) var isPaused = false
  /// The moment (of the looker's clock, and of the recording) from which on it goes like this.
  private var anchor: (now: UInt64, time: UInt64)?

  /// A clock that has not begun to go.
  init(speed: Double) { self.speed = speed }

  /// Whether it has begun to go.
  var hasBegun: Bool { anchor != nil }

  /// Begins to go at a moment of the recording.
  mutating func begin(at time: UInt64, now: UInt64) { anchor = (now, time) }

  /// The recording's time; nil before it has begun to go.
  func time(now: UInt64) -> UInt64? {
    guard let anchor else { return nil }
    if isPaused { return anchor.time }
    let passed = Double(now.distance(after: anchor.now)) * speed
    return anchor.time + UInt64(min(passed, 1e18))
  }

  /// How long it takes to a moment of the recording, nanoseconds; nil while it stands still.
  func waitTime(until time: UInt64, now: UInt64) -> UInt64? {
    guard !isPaused, let here = self.time(now: now) else { return nil }
    return UInt64(min(Double(time.distance(after: here)) / speed, 1e18))
  }

  /// Stands still, or goes on.
  mutating func pause(_ isPaused: Bool, now: UInt64) {
    anchor = time(now: now).map { (now, $0) }
    self.isPaused = isPaused
  }

  /// Goes at another speed.
  mutating func set(speed: Double, now: UInt64) {
    anchor = time(now: now).map { (now, $0) }
    self.speed = speed
  }

  static func == (a: Playback, b: Playback) -> Bool {
    a.speed == b.speed && a.isPaused == b.isPaused && a.anchor?.now == b.anchor?.now
      && a.anchor?.time == b.anchor?.time
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(speed)
    hasher.combine(isPaused)
  }
}
