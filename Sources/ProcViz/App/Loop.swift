import CProcSupport
import Glibc
import ProcModel
import ProcSession

/// The one loop of the interface: waits for anything to happen, makes messages of it, draws what
/// follows, and carries out the effects.
struct Loop: ~Copyable {
  private var state: AppState
  private let terminal: Terminal
  private let signals: SignalPipe
  private let toASCII: Bool
  private var session: Session?
  /// When a program that has not told anything yet is given up; nil once it has.
  private var silenceEnd: UInt64?
  private var searches = Searches()
  private var isDirty = true
  private var lastFrame: UInt64 = 0
  private var ending: Ending?
  /// Whether keys were left to be read: ncurses may have them already, so nothing wakes us for them.
  private var hasMoreKeys = false

  /// How the program is to end.
  enum Ending { case byUser, bySignal(Signal) }

  /// The least time between two frames that no key asked for: 30 a second.
  private static let frameTime: UInt64 = 33_000_000
  /// How often a screen is drawn on which only the length of waits changes.
  private static let slowTime: UInt64 = 500_000_000

  /// A loop over `state`.
  init(state: AppState, terminal: Terminal, signals: consuming SignalPipe, toASCII: Bool) {
    self.state = state
    self.terminal = terminal
    self.signals = signals
    self.toASCII = toASCII
  }

  /// Runs until the user or a signal ends it.
  mutating func run(opening: Interface.Opening?) -> Ending {
    draw()
    if let opening {
      perform(opening.effects(in: &state))
      isDirty = true
    }
    while ending == nil { turn() }
    session = nil
    searches.leaveAndWait()
    return ending ?? .byUser
  }

  /// Once around: draw if it is time, wait, take what came.
  private mutating func turn() {
    let now = monotonicTime()
    if isDirty, now >= lastFrame + Self.frameTime { draw() }
    wait(milliseconds: timeout(now: now))
    for message in signals.messages() { take(message) }
    takeKeys()
    guard ending == nil else { return }
    collect()
    endSilence()
    if let news = searches.news(now: monotonicTime()) { take(news) }
    if pace != nil {
      take(.tick(monotonicTime()))
    }
  }

  /// Takes the keys that were pressed, but not for longer than a frame: whoever pastes a page of text
  /// sees what it does, and signals are heeded all the same.
  private mutating func takeKeys() {
    let deadline = monotonicTime() + Self.frameTime
    hasMoreKeys = false
    while ending == nil, let message = Keyboard.next() {
      take(message)
      lastFrame = 0  // what a key does is seen at once
      guard monotonicTime() < deadline else {
        hasMoreKeys = true
        return
      }
    }
  }

  /// How often the screen changes by itself; nil where it does not.
  private var pace: UInt64? {
    if state.run?.isSearching == true { return 0 }
    guard let run = state.run, run.mode != .finished, !run.run.trace.isEmpty else { return nil }
    return RunState.isStill(run.run.world) ? Self.slowTime : Self.frameTime
  }

  private func timeout(now: UInt64) -> Int32 {
    if hasMoreKeys || state.run?.isSearching == true { return 0 }
    // A process that is about to die has died when nothing says otherwise any more.
    if state.run?.hasDying == true { return 2 }
    if silenceEnd != nil { return 50 }
    let wait: UInt64?
    if isDirty {
      wait = (lastFrame + Self.frameTime).distance(after: now)
    } else {
      wait = pace.map { (lastFrame + $0).distance(after: now) }
    }
    let least = [wait, searches.patience(now: now)].compactMap { $0 }.min()
    return least.map { Int32($0 / 1_000_000) + 1 } ?? -1
  }

  private mutating func wait(milliseconds: Int32) {
    var waiting = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    if let session, !session.isFinished {
      waiting.append(pollfd(fd: session.descriptor, events: Int16(POLLIN), revents: 0))
    }
    if let descriptor = searches.descriptor(now: monotonicTime()) {
      waiting.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
    }
    poll(&waiting, nfds_t(waiting.count), milliseconds)
    // A terminal that has gone away, though nobody sent SIGHUP.
    if waiting[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { take(.signal(.hangUp)) }
  }

  private mutating func collect() {
    guard let session, !session.isFinished, let number = state.run?.number else { return }
    let events = session.collect(limit: 4096)
    let batch = EventBatch(
      events: events, malformed: session.malformedCount, behind: session.lag.nanoseconds,
      hasDying: session.hasDying)
    if !events.isEmpty || batch.behind != state.run?.behind
      || batch.malformed != state.run?.malformed || batch.hasDying != state.run?.hasDying
    {
      take(.events(run: number, batch))
    }
    if session.isFinished { take(.ended(run: number)) }
  }

  /// Gives a program up that does not tell what it does.
  private mutating func endSilence() {
    guard let end = silenceEnd, let run = state.run else { return }
    if run.run.world.mainLane != nil || session?.isFinished != false {
      silenceEnd = nil
    } else if monotonicTime() >= end {
      silenceEnd = nil
      session = nil
      take(.failed(run: run.number, Silence.running))
    }
  }

  private mutating func take(_ message: Message) {
    let effects = Update.apply(message, to: &state)
    isDirty = true
    perform(effects)
  }

  private mutating func draw() {
    let frame = ScreenView.frame(of: state)
    terminal.show(toASCII ? frame.inASCII(keepingText: false) : frame)
    lastFrame = monotonicTime()
    isDirty = false
  }

  // MARK: - Effects

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects { perform(effect) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .launch(let launching): launch(launching)
    case .stop: session = nil
    case .hold: session?.hold()
    case .letAllGo: session?.letAllGo()
    case .letGo(let slot): session?.letGo(slot: slot)
    case .type(let line): type(line)
    case .copy(let text): terminal.copy(text)
    case .search(let searching): searches.begin(searching).map { take($0) }
    case .concludeSearch: searches.conclude()
    case .haltSearch: searches.halt()
    case .compare(let comparing): searches.begin(comparing).map { take($0) }
    case .endSearch: searches.leave()
    case .suspend:
      terminal.suspend()
      signals.watchAll()
      terminal.resize(to: TerminalCheck.currentSize())
      take(.resized(TerminalCheck.currentSize()))
    case .redraw:
      terminal.resize(to: state.size)
      lastFrame = 0
    case .quit(let signal): ending = signal.map { .bySignal($0) } ?? .byUser
    }
  }

  private mutating func launch(_ launching: Launching) {
    session = nil
    do {
      session = try Session(launching.subject.launch(), holding: launching.isHeld)
      silenceEnd = monotonicTime() + Silence.limit
    } catch {
      take(.failed(run: launching.run, StartFailure.message(of: error)))
    }
  }

  private mutating func type(_ line: String) {
    guard let run = state.run?.number else { return }
    do throws(SessionError) {
      try session?.type(line: line)
    } catch {
      take(.failed(run: run, error.message))
    }
  }
}

/// Nanoseconds of `CLOCK_MONOTONIC`, the clock of the events (clock_gettime(2)).
func monotonicTime() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
