/// What a recording says about its run before the first event (docs/recordings.md, *Header*).
///
/// A recording from elsewhere must not be trusted: texts must be made safe (``Sanitizer``) before
/// they are shown, and a program named here must never be started unasked.
public struct RecordingHeader: Sendable, Hashable {
  /// The version of the program that recorded it (`0.1.0`).
  public var program: String
  /// What ran.
  public var subject: RecordedSubject
  /// The schedule that the run followed from its start, as a line of text; nil: none.
  public var schedule: String?
  /// Which clock the events' times are of.
  public var clock: Clock
  /// Where it ran.
  public var host: Machine

  /// A clock, and its relation to the time of day.
  public struct Clock: Sendable, Hashable {
    /// Its name (clock_gettime(2)).
    public var name = "CLOCK_MONOTONIC"
    /// Its reading when the recording began, in nanoseconds.
    public var origin: UInt64
    /// The time of day at that moment, in nanoseconds since 1970 (UTC).
    public var wall: UInt64

    /// A monotonic clock that showed `origin` when the time of day was `wall`.
    public init(origin: UInt64, wall: UInt64) {
      self.origin = origin
      self.wall = wall
    }
  }

  /// A machine.
  public struct Machine: Sendable, Hashable {
    /// Its name (`uname -n`).
    public var name: String
    /// Its system and release (`uname -sr`).
    public var system: String
    /// Its architecture (`uname -m`).
    public var machine: String
    /// How many CPUs it has.
    public var cpus: Int

    /// A machine with these properties.
    public init(name: String = "", system: String = "", machine: String = "", cpus: Int = 0) {
      self.name = name
      self.system = system
      self.machine = machine
      self.cpus = cpus
    }
  }

  /// The header of a recording of `subject`.
  public init(
    program: String, subject: RecordedSubject, schedule: String? = nil,
    clock: Clock = Clock(origin: 0, wall: 0), host: Machine = Machine()
  ) {
    self.program = program
    self.subject = subject
    self.schedule = schedule
    self.clock = clock
    self.host = host
  }
}

/// What can be recorded.
public enum RecordedSubject: Sendable, Hashable {
  /// A scenario of the tutorial: its id, and the settings of its knobs in their order.
  case scenario(String, knobs: [RecordedKnob])
  /// A program of the user's own: its command line, word by word.
  case program([String])
}

/// The setting of one knob.
public struct RecordedKnob: Sendable, Hashable {
  /// Its name.
  public var name: String
  /// Its value.
  public var value: String

  /// A setting.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
