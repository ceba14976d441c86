import ProcModel

/// A sign that can stand in a lane, as the legend explains it.
enum Sign: Hashable, Sendable, CaseIterable {
  case running, holding, waiting, blocked, asleep, held, idle
  case begin, read, write, put, get, set, fetched, served, joined, timedOut
  case taken, given, notified, cleared, woken, arrived, passed, broken
  case taskBegin, taskEnd, typed, printed, noted, remembered
  case wrong, ended, failed, killed
  case canMove, wouldTimeOut, hasToWait, learnsNothing, outside

  /// The sign of a state; nil where nothing is drawn: before a lane has begun, after it has ended.
  init?(activity: Activity, isHolding: Bool) {
    switch activity {
    case .starting, .ended: return nil
    case .running: self = isHolding ? .holding : .running
    case .blocked(let blocker): self = blocker.isLock ? .waiting : .blocked
    case .sleeping: self = .asleep
    case .held: self = .held
    case .idle: self = .idle
    }
  }

  /// The sign of a mark.
  init(mark: Timeline.Mark) {
    if mark.isWrong, !mark.shape.isEnd {
      self = .wrong
    } else {
      self.init(shape: mark.shape)
    }
  }

  /// The sign of a mark that shows nothing wrong.
  init(shape: Timeline.Mark.Shape) {
    switch shape {
    case .begin: self = .begin
    case .read: self = .read
    case .write: self = .write
    case .put: self = .put
    case .get: self = .get
    case .set: self = .set
    case .fetched: self = .fetched
    case .served: self = .served
    case .joined: self = .joined
    case .timedOut: self = .timedOut
    case .taken: self = .taken
    case .given: self = .given
    case .notified: self = .notified
    case .cleared: self = .cleared
    case .woken: self = .woken
    case .arrived: self = .arrived
    case .passed: self = .passed
    case .broken: self = .broken
    case .taskBegin: self = .taskBegin
    case .taskEnd: self = .taskEnd
    case .typed: self = .typed
    case .printed: self = .printed
    case .noted: self = .noted
    case .remembered: self = .remembered
    case .ended: self = .ended
    case .failed: self = .failed
    case .killed: self = .killed
    }
  }

  /// How it is drawn.
  func glyph(_ glyphs: Glyphs) -> Character {
    switch self {
    case .running: glyphs.running
    case .holding: glyphs.holding
    case .waiting: glyphs.waiting
    case .blocked: glyphs.blocked
    case .asleep: glyphs.asleep
    case .held: glyphs.held
    case .idle: glyphs.idle
    case .wrong: glyphs.mark(.write, isWrong: true)
    case .canMove: glyphs.canMove
    case .wouldTimeOut: glyphs.wouldTimeOut
    case .hasToWait: glyphs.hasToWait
    case .learnsNothing: glyphs.learnsNothing
    case .outside: glyphs.outside
    default: shape.map { glyphs.mark($0, isWrong: false) } ?? " "
    }
  }

  /// The mark that it is, if it is one.
  private var shape: Timeline.Mark.Shape? {
    Timeline.Mark.Shape.allCases.first { Sign(shape: $0) == self }
  }
}
