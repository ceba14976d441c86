import Glibc
import ProcModel
import ProcSchedule
import ProcSession
import ProcSystem

/// A search as a command: it says how far it is, and in the end what it has found.
struct Exploration {
  let subject: Subject
  let options: ExploreOptions

  /// Searches, prints the result, and says how it went. A signal ends the search; what it has found
  /// by then is the result, with schedules as simple as a moment's trials make them. A second signal
  /// ends the trials, too.
  ///
  /// - Parameter recorder: where the simplest run with the first finding is recorded to.
  func perform(asJSON: Bool, _ recorder: RecordingWriter?, _ language: Language) -> CommandStatus {
    signal(SIGPIPE, SIG_IGN)
    let progress: Explorer.Progress
    do {
      let signals = try SignalDescriptor([SIGINT, SIGTERM, SIGHUP, SIGQUIT])
      let explorer = try Explorer(request())
      progress = follow(explorer, signals, language)
    } catch {
      recorder?.discard()
      StandardError.write(StartFailure.message(of: error)[language])
      return .failed
    }
    if let failure = progress.failure {
      recorder?.discard()
      StandardError.write(failure.message[language])
      return .failed
    }
    let report = ExploreReport(subject: subject, options: options, progress: progress)
    var output = OutputPipe()
    output.append(asJSON ? report.json : report.text(language))
    var canTell = true
    do throws(OutputClosed) { try output.writeAll() } catch { canTell = false }
    if let recorder { record(progress, recorder, language) }
    return canTell ? report.outcome : .failed
  }

  /// Makes the simplest run with the first finding once more, and records it.
  private func record(
    _ progress: Explorer.Progress, _ recorder: RecordingWriter, _ language: Language
  ) {
    guard let minimized = progress.minimized.first else {
      recorder.discard()
      StandardError.write(ReplayTexts.nothingToRecord[language])
      return
    }
    var run = HeadlessRun(
      subject, schedule: minimized.minimal, SilentReport(), recorder: recorder, language: language)
    _ = run.perform()
    guard recorder.failure == nil else { return }
    StandardError.write(
      ReplayTexts.recorded(minimized.found.kind.rawValue, recorder.path)[language])
  }

  private func request() throws -> Explorer.Request {
    var request = Explorer.Request(
      try subject.launch(), options.strategy.make(seed: options.seed))
    request.maxSchedules = options.maxSchedules
    request.maxTime = options.maxSeconds.map { UInt64($0 * 1e9) }
    request.jobs = options.jobs
    return request
  }

  /// How long schedules are made simpler once a signal has ended the search, in nanoseconds.
  private static let lastTrials: UInt64 = 1_000_000_000

  /// Waits for the end of the search; tells on a terminal how far it is.
  private func follow(
    _ explorer: Explorer, _ signals: borrowing SignalDescriptor, _ language: Language
  ) -> Explorer.Progress {
    var line = ProgressLine(language: language)
    var isEnding = false
    while true {
      let progress = explorer.progress()
      if progress.phase == .over { break }
      line.show(progress)
      var waits = [
        pollfd(fd: explorer.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      poll(&waits, nfds_t(waits.count), 200)
      guard waits[1].revents != 0, signals.next() != nil else { continue }
      if isEnding { explorer.stop() } else { explorer.conclude(within: Self.lastTrials) }
      isEnding = true
    }
    line.clear()
    explorer.waitUntilOver()
    return explorer.progress()
  }
}

/// A line on standard error that says how far a search is, where that is a terminal.
private struct ProgressLine {
  let language: Language
  private let isShown = isatty(STDERR_FILENO) == 1
  private var last: UInt64 = 0

  init(language: Language) { self.language = language }

  mutating func show(_ progress: Explorer.Progress) {
    let now = MonotonicClock.now
    guard isShown, now >= last + 100_000_000 else { return }
    last = now
    StandardError.overwriteLine(ExploreTexts.progress(progress)[language])
  }

  func clear() { if isShown { StandardError.overwriteLine("") } }
}
