import Glibc
import ProcModel
import ProcSchedule
import ProcSession

/// A run under control: one lane moves at a time.
extension HeadlessRun {
  /// Takes what has come; when everybody is at rest, tells it and lets the next one go.
  ///
  /// - Returns: whether the run is over.
  mutating func drive(_ events: [Event], _ session: Session) -> Bool {
    scheduled?.take(events)
    guard let standing = scheduled?.look(session.glance()) else { return true }
    switch standing {
    case .underWay(let time):
      lookAgain = time
      return false
    case .starting(let verdict): return heed(verdict)
    case .rest: return goOn(session)
    }
  }

  /// Everybody is at rest: tells the step, and lets the next lane go.
  private mutating func goOn(_ session: Session) -> Bool {
    scheduled?.take(session.collectOutput())
    let answer = scheduled?.choose() ?? .over(.nobodyMoves)
    tell(scheduled?.takeUntold() ?? [])
    tellOutside()
    return act(on: answer, session)
  }

  private mutating func act(on answer: RunController.Answer, _ session: Session) -> Bool {
    switch answer {
    case .wait(let time):
      lookAgain = time
      return false
    case .letGo(let slot, let line):
      // Where nobody reads any more, the step itself says so.
      if let line { try? session.type(line: line) }
      session.letGo(slot: slot)
      return false
    case .needsLine:
      guard let line = inputLines.line() else { return false }
      return act(on: scheduled?.type(line) ?? .over(.nobodyMoves), session)
    case .over:
      concludeRun()
      return true
    case .diverged(let divergence):
      failure = divergence.text
      return true
    }
  }

  /// Says who is outside the scheduler's view, once.
  private mutating func tellOutside() {
    let names = scheduled?.namesOutside.filter { !toldOutside.contains($0) } ?? []
    for name in names {
      toldOutside.insert(name)
      StandardError.write(StepTexts.outside(name)[language])
    }
  }

  /// Tells what a run that is over, or was stopped, has left.
  mutating func finishDriving(_ session: Session) {
    var rounds = 0
    while !session.isFinished, rounds < Self.mostRounds {
      scheduled?.take(session.collect(within: rounds == 0 ? 0 : 100))
      rounds += 1
    }
    scheduled?.rest()
    tell(scheduled?.takeUntold() ?? [])
    if failure == nil { failure = scheduled?.divergenceAtEnd?.text }
  }
}
