import CProcSupport
import Glibc
import ProcModel
import ProcSession
import ProcSystem

/// The one loop of the interface: waits for anything to happen, makes messages of it, draws what
/// follows, and carries out the effects.
struct Loop: ~Copyable {
  var state: AppState
  let terminal: Terminal
  let signals: SignalPipe
  private var keyboard = Keyboard()
  private let characters: CharacterSupport
  var source: (any EventSource)?
  /// A recording that has been opened to look whether it is one: its first use needs no other.
  var givenFile: RecordingFile?
  var recorder: Recorder?
  /// How the run that is recorded would end, were the last key its end.
  var lastClosing: RecordingClosing?
  var searches = Searches()
  var isDirty = true
  var lastFrame: UInt64 = 0
  var ending: Ending?
  /// Whether keys were left to be read: their bytes have been read already, so nothing wakes us.
  private var hasMoreKeys = false

  /// How the program is to end.
  enum Ending { case byUser, bySignal(Signal) }

  /// The least time between two frames that no key asked for: 30 a second.
  private static let frameTime: UInt64 = 33_000_000
  /// How often a screen is drawn on which only the length of waits changes.
  private static let slowTime: UInt64 = 500_000_000

  /// The processes that are shown, if they are ours.
  var session: Session? { (source as? LiveSource)?.session }

  /// A loop over `state`.
  ///
  /// - Parameter recorder: records the first run.
  init(
    state: AppState, terminal: Terminal, signals: SignalPipe,
    characters: CharacterSupport,
    recorder: RecordingWriter?
  ) {
    self.recorder = recorder.map { Recorder($0) }
    self.state = state
    self.terminal = terminal
    self.signals = signals
    self.characters = characters
  }

  /// Runs until the user or a signal ends it.
  mutating func run(opening: Interface.Opening?, recording: OpenRecording?) -> Ending {
    draw()
    if let opening {
      let effects = opening.effects(in: &state)
      state.run?.recording.file = recorder?.path
      begin(effects)
    } else if let recording {
      givenFile = recording.file
      begin(recording.effects(in: &state))
    }
    while ending == nil { turn() }
    // Whatever is still to be ended, the user has the terminal back at once.
    terminal.close()
    closeRecorder()
    source = nil
    searches.leaveAndWait()
    return ending ?? .byUser
  }

  /// Begins with what the command line asks for; the recorder, if there is one, is for that.
  private mutating func begin(_ effects: [Effect]) {
    for effect in effects {
      if case .launch(let launching) = effect { launch(launching) } else { perform(effect) }
    }
    isDirty = true
  }

  /// Once around: draw if it is time, wait, take what came.
  private mutating func turn() {
    let now = MonotonicClock.now
    if isDirty, now >= lastFrame + Self.frameTime { draw() }
    wait(milliseconds: timeout(now: now))
    for message in signals.messages() { take(message) }
    takeKeys()
    guard ending == nil else { return }
    collect()
    if let news = searches.news(now: MonotonicClock.now) { take(news) }
    if pace != nil { take(.tick(present)) }
    noteRecorder()
  }

  /// Takes the keys that were pressed, but not for longer than a frame: whoever pastes a page of text
  /// sees what it does, and signals are heeded all the same.
  private mutating func takeKeys() {
    let deadline = MonotonicClock.now + Self.frameTime
    hasMoreKeys = false
    while ending == nil, let message = keyboard.next(now: MonotonicClock.now) {
      take(message)
      lastFrame = 0  // what a key does is seen at once
      guard MonotonicClock.now < deadline else {
        hasMoreKeys = true
        return
      }
    }
  }

  /// How often the screen changes by itself; nil where it does not.
  private var pace: UInt64? {
    if state.run?.isFinding == true { return 0 }
    guard let run = state.run, !run.isFinished, !run.run.trace.isEmpty,
      run.replay == nil || run.steering.mode == .running
    else { return nil }
    return run.run.world.isStill ? Self.slowTime : Self.frameTime
  }

  /// The present by the events' clock; of a recording that is there at once, nothing is known but
  /// its events.
  private var present: UInt64 {
    let now = MonotonicClock.now
    return source?.time(now: now) ?? (state.run?.replay == nil ? now : 0)
  }

  private func timeout(now: UInt64) -> Int32 {
    if hasMoreKeys || state.run?.isFinding == true { return 0 }
    let wait: UInt64?
    if isDirty {
      wait = (lastFrame + Self.frameTime).distance(after: now)
    } else {
      wait = pace.map { (lastFrame + $0).distance(after: now) }
    }
    let coming = source?.isFinished == false ? source?.waitTime(now: now) : nil
    if coming == 0 { return 0 }
    let again = source?.isFinished == false ? state.run?.steering.lookAgain : nil
    let least = [wait, searches.waitTime(now: now), coming, again, keyboard.waitTime(now: now)]
      .compactMap { $0 }.min()
    return least.map { Int32(min($0 / 1_000_000, 3_600_000)) + 1 } ?? -1
  }

  private mutating func wait(milliseconds: Int32) {
    var waiting = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    if let source, !source.isFinished, let descriptor = source.descriptor {
      waiting.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
    }
    if let descriptor = searches.descriptor(now: MonotonicClock.now) {
      waiting.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
    }
    poll(&waiting, nfds_t(waiting.count), milliseconds)
    // A terminal that has gone away, though nobody sent SIGHUP.
    if waiting[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { take(.signal(.hangUp)) }
  }

  /// Takes what has come, but not for longer than a frame.
  private mutating func collect() {
    let deadline = MonotonicClock.now + Self.frameTime
    while let source, !source.isFinished, let number = state.run?.number {
      let now = MonotonicClock.now
      do {
        var batch = try source.collect(now: now)
        if !batch.events.isEmpty || state.run?.steering.lookAgain != nil {
          batch.glance = session?.glance()
        }
        recorder?.append(batch.events)
        if let spinning = batch.concluded { recorder?.conclude(spinning) }
        if batch.isNews(for: state.run) { take(.events(run: number, batch)) }
      } catch {
        take(.failed(run: number, error.message))
      }
      if source.isFinished { end(source, number) }
      guard source.waitTime(now: now) == 0, MonotonicClock.now < deadline else { return }
    }
  }

  /// All that there is of the run has come.
  private mutating func end(_ source: any EventSource, _ number: Int) {
    if let ending = source.ending { take(.read(run: number, ending)) }
    take(.ended(run: number))
  }

  mutating func take(_ message: Message) {
    // A key may end the run, and then nothing is known of it any more.
    if recorder != nil, message.isByUser { lastClosing = state.run?.closing }
    let effects = Update.apply(message, to: &state)
    isDirty = true
    perform(effects)
  }

  mutating func draw() {
    let frame = ScreenView.frame(of: state)
    terminal.show(frame.shown(in: characters))
    lastFrame = MonotonicClock.now
    isDirty = false
  }
}
