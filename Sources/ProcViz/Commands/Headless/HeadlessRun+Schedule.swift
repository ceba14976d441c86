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
    driver?.append(events)
    guard driver?.isAtRest(hasDying: session.hasDying) == true else { return false }
    driver?.append(session.collectOutput())
    tell(driver?.takeStep() ?? [])
    tellOutside()
    return act(on: driver?.next() ?? .over, session)
  }

  private mutating func act(on next: Driver.Next, _ session: Session) -> Bool {
    switch next {
    case .wait: return false
    case .letGo(let slot, let line):
      // Where nobody reads any more, the step itself says so.
      if let line { try? session.type(line: line) }
      session.letGo(slot: slot)
      return false
    case .read:
      guard let line = inputLines.line() else { return false }
      return act(on: driver?.read(line) ?? .over, session)
    case .over:
      concludeRun()
      return true
    case .parted(let parting):
      failure = parting.text
      return true
    }
  }

  /// Says who is outside the scheduler's view, once.
  private mutating func tellOutside() {
    let names = driver?.namesOutside.filter { !toldOutside.contains($0) } ?? []
    for name in names {
      toldOutside.insert(name)
      StandardError.write(StepTexts.outside(name)[language])
    }
  }

  /// Tells what a run that is over, or was stopped, has left.
  mutating func finishDriving(_ session: Session) {
    var rounds = 0
    while !session.isFinished, rounds < Self.mostRounds {
      driver?.append(session.collect(within: rounds == 0 ? 0 : 100))
      rounds += 1
    }
    tell(driver?.takeStep() ?? [])
    if failure == nil { failure = driver?.partingAtEnd?.text }
  }
}
