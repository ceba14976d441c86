import CProcSupport
import Glibc
import ProcModel
import ProcSchedule
import ProcSession

/// A run without a terminal: every event is told on standard output as it comes, a summary last.
struct HeadlessRun: ~Copyable {
  let subject: Subject
  let language: Language
  private let report: any Report
  /// Where the run is recorded to, if it is.
  private let recorder: RecordingWriter?
  /// Whether it was said that recording cannot go on.
  private var hasToldOfRecorder = false
  private var run = Run()
  private var output = OutputPipe()
  var inputLines = StandardInputLines()
  /// The same under control; nil: it goes freely.
  var scheduled: ScheduledRun?
  /// How long may be waited for events before somebody has to look all the same, in nanoseconds.
  var lookAgain = RunLimits.watched.interval
  /// Looks whether a run that goes freely begins.
  private var start = StartWatch()
  /// Whether it was said that it has not begun yet.
  private var hasToldOfStart = false
  /// The signal that ended the run before its time.
  private var signal: Int32?
  /// Whom it was said of that he is outside the scheduler's view.
  var toldOutside: Set<String> = []
  /// Why the run did not come to its end, where that is not seen from its events.
  var failure: Localized?
  /// Whether it was ended since it could never go on.
  private var wasStuck = false

  /// How often what a stopped run has left is waited for, 0.1 s each.
  static let mostRounds = 20
  /// How long a reader that reads nothing is waited for once a signal has come, in milliseconds.
  private static let stallLimit: Int32 = 1000

  /// A run that has not been started.
  ///
  /// - Parameters:
  ///   - schedule: what it is driven through; nil: it goes freely.
  ///   - report: how it is told.
  ///   - recorder: where it is recorded to.
  init(
    _ subject: Subject, schedule: Schedule? = nil, _ report: any Report,
    recorder: RecordingWriter? = nil, language: Language
  ) {
    self.subject = subject
    self.language = language
    self.report = report
    self.recorder = recorder
    scheduled = schedule.map { ScheduledRun($0) }
  }

  /// Runs it to its end.
  ///
  /// A run that can never go on is ended. A signal ends the run, then the summary is written, and
  /// then the signal has its way with this program. Where nobody reads standard output any more,
  /// the run ends quietly.
  mutating func perform() -> CommandStatus {
    Glibc.signal(SIGPIPE, SIG_IGN)
    output.append(report.begin())
    do {
      let signals = try SignalDescriptor([SIGINT, SIGTERM, SIGHUP, SIGQUIT])
      let session = try Session(subject.launch(), holding: scheduled != nil)
      do {
        try follow(session, signals)
        session.stop()
        try finish(session, signals)
      } catch let error as OutputClosed {
        session.stop()
        guard error.isByReader else { return couldNotTell(error) }
        signal = signal ?? SIGPIPE
        closeRecording(ending(malformed: session.malformedCount))
      }
    } catch {
      return couldNotRun(StartFailure.message(of: error))
    }
    if let signal { SignalDescriptor.die(of: signal) }
    if outcome == .failed { StandardError.write((failure ?? noEvents)[language]) }
    return outcome
  }

  /// Collects and tells until the run is over, in whichever way.
  private mutating func follow(_ session: Session, _ signals: borrowing SignalDescriptor) throws {
    while !session.isFinished, signal == nil {
      let events = session.collect(limit: 4096)
      let isOver = scheduled == nil ? goFreely(events, session) : drive(events, session)
      signal = try output.write(noticing: signals)
      if session.isFinished || isOver {
        wasStuck = isOver && failure == nil
        return
      }
      if events.isEmpty { wait(session, signals) }
    }
  }

  /// Tells what has come.
  ///
  /// - Returns: whether the run will never go on.
  private mutating func goFreely(_ events: [Event], _ session: Session) -> Bool {
    tell(events)
    inputLines.note(events)
    inputLines.type(into: session)
    if run.world.mainLane == nil { return heed(start.look(session.glance())) }
    return events.isEmpty && run.isStuck
  }

  /// Heeds how the program starts.
  ///
  /// - Returns: whether it is given up.
  mutating func heed(_ verdict: StartWatch.Verdict) -> Bool {
    lookAgain = RunLimits.watched.interval
    if verdict == .isSilent { failure = NoEvents.running }
    if verdict == .isSlow, !hasToldOfStart {
      hasToldOfStart = true
      StandardError.write(NoEvents.slow[language])
    }
    return verdict == .isSilent
  }

  /// Tells what is left, and sums up.
  private mutating func finish(
    _ session: Session, _ signals: borrowing SignalDescriptor
  ) throws {
    if scheduled != nil { finishDriving(session) }
    for _ in 0..<Self.mostRounds where !session.isFinished {
      tell(session.collect())
      if session.isFinished { break }
      var waits = [pollfd(fd: session.descriptor, events: Int16(POLLIN), revents: 0)]
      poll(&waits, 1, 100)
    }
    let ending = ending(malformed: session.malformedCount)
    closeRecording(ending)
    output.append(report.summary(of: run, ending))
    // Who sends a signal wants an end, and the reader may have stopped for good (a pager).
    _ = try output.write(noticing: signals, stallLimit: signal == nil ? nil : Self.stallLimit)
  }

  /// Appends events to the run and to the output.
  mutating func tell(_ events: [Event]) {
    for event in events { output.append(report.tell(event, &run)) }
    guard let recorder, !events.isEmpty else { return }
    recorder.append(events)
    noticeRecorder()
  }

  /// Nobody will move any more: whoever waits does so for good.
  mutating func concludeRun() {
    let spinning = scheduled?.controller.spinning ?? []
    run.conclude(spinning: spinning)
    output.append(report.conclude(spinning: spinning))
    recorder?.conclude(spinning: spinning)
  }

  private mutating func closeRecording(_ ending: RunEnding) {
    recorder?.close(RecordingClosing(ending))
    noticeRecorder()
  }

  /// Says once that recording could not go on.
  private mutating func noticeRecorder() {
    guard let failure = recorder?.failure, !hasToldOfRecorder else { return }
    hasToldOfRecorder = true
    StandardError.write(failure.message[language])
  }

  /// Waits until something can be done.
  private mutating func wait(_ session: Session, _ signals: borrowing SignalDescriptor) {
    var waits = [
      pollfd(fd: session.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      // No events are asked for: an error is told all the same, when the reader has gone.
      pollfd(fd: STDOUT_FILENO, events: 0, revents: 0),
      pollfd(fd: inputLines.wantsInput ? STDIN_FILENO : -1, events: Int16(POLLIN), revents: 0),
    ]
    poll(&waits, nfds_t(waits.count), pollTimeout)
    signal = signals.next()
    if waits[2].revents & Int16(POLLERR) != 0 { signal = signal ?? SIGPIPE }
    if waits[3].revents != 0 { inputLines.readInput() }
  }

  /// How long may be waited although nothing comes, in milliseconds; −1: for ever.
  private var pollTimeout: Int32 {
    guard scheduled != nil || run.world.mainLane == nil else { return -1 }
    return Int32(clamping: lookAgain / 1_000_000)
  }

  /// Why nothing was told.
  private var noEvents: Localized { subject.scenario == nil ? NoEvents.ended : NoEvents.neverBegan }

  private func ending(malformed: Int = 0) -> RunEnding {
    RunEnding(
      malformed: malformed, hasFailed: outcome == .failed,
      schedule: scheduled.map { $0.controller.schedule.text }, end: end)
  }

  private var end: RecordingClosing.End {
    if let signal { return .signal(signal) }
    if outcome == .failed { return .failed(failure ?? noEvents) }
    return wasStuck ? .stuck : .byItself
  }

  /// How the run went.
  private var outcome: CommandStatus {
    if signal != nil || failure != nil || run.world.mainLane == nil { return .failed }
    return run.findings.isEmpty ? .ok : .finding
  }

  /// Says why the run could not be started.
  private mutating func couldNotRun(_ reason: Localized) -> CommandStatus {
    StandardError.write(reason[language])
    failure = reason
    closeRecording(ending())
    output.append(report.summary(of: run, ending()))
    try? output.writeAll()
    return .failed
  }

  /// Says that standard output takes no more (a full disk), where anybody can still hear it.
  private mutating func couldNotTell(_ error: OutputClosed) -> CommandStatus {
    failure = error.message
    closeRecording(ending())
    StandardError.write(error.message[language])
    return .failed
  }
}
