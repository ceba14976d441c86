/// How long is waited for what in a run under control, and how long such a run may get. All three
/// who steer runs use the same limits: the run without a terminal, the search and the screen.
///
/// All times are nanoseconds of a ``WaitClock``, which counts only what those who are waited for
/// could have used. So the limits need not allow for a machine that is busy with other things.
public struct RunLimits: Sendable, Hashable {
  /// How long a program may take until its main process has begun. Loading a large program from a
  /// cold disk takes about a second; who has had five and reported nothing does not use ProcRuntime.
  public var start: UInt64 = 5_000_000_000
  /// How long a lane may take to come to its next gate before it counts as outside the scheduler's
  /// view. Between two gates a program computes for microseconds, rarely for a second. The others
  /// can move after that, so a longer limit would only keep somebody at the screen waiting.
  public var step: UInt64 = 3_000_000_000
  /// How long is waited for news where nobody can move but lanes outside the view; nil: as long as it
  /// takes. Somebody who watches a run can end it. A search has other runs to make.
  public var news: UInt64?
  /// How long may pass between two glances at most; a longer time counts as this long. Then the viewer
  /// was suspended itself, or got no CPU.
  public var interval: UInt64 = 100_000_000
  /// The same while a process or thread is dying, which takes it less than a millisecond.
  public var death: UInt64 = 2_000_000
  /// The most steps of a run; nil: any number.
  public var steps: Int?

  /// The limits of a run that somebody watches, or has asked for.
  public static let watched = RunLimits()

  /// The limits of a run of a search: it ends where nothing comes of it any more.
  public static let search = RunLimits(news: 15_000_000_000, steps: 100_000)

  private init(news: UInt64? = nil, steps: Int? = nil) {
    self.news = news
    self.steps = steps
  }
}
