import ProcModel
import ProcSession
import ProcSystem

/// What `update` asks for is done here.
extension Loop {
  mutating func perform(_ effects: [Effect]) {
    for effect in effects { perform(effect) }
  }

  mutating func perform(_ effect: Effect) {
    switch effect {
    case .launch(let launching):
      closeRecorder()
      launch(launching)
    case .open(let replaying): open(replaying)
    case .play(let order): (source as? FileSource)?.obey(order, now: MonotonicClock.now)
    case .record: record()
    case .stop:
      closeRecorder()
      source = nil
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

  mutating func launch(_ launching: Launching) {
    source = nil
    do {
      source = LiveSource(
        try Session(launching.subject.launch(), holding: launching.isHeld))
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
