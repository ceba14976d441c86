/// The row of a kind of event: all that is to be known of it without knowing its primitive. There
/// are no defaults: whoever adds a kind has to answer every question.
public struct KindFacts: Sendable {
  /// The `event` field of a JSON line, fixed by the contract.
  public let name: String
  /// What it is called where events are looked for.
  public let words: Localized
  /// With which others it is hidden and shown; nil where an event is only about others.
  public let family: EventFamily?
  /// What part it plays.
  public let role: Role
  /// What will be reported when that which begins with it is over; nil where nothing begins.
  public let completedBy: EventKind?
  /// Whether a lane that reports it stands in line at an object.
  public let standsInLine: Bool
  /// How it belongs to the operation for which a lane passes a gate.
  public let gate: GateUse
  /// What its object is.
  public let object: ObjectUse
  /// What it does to what others can notice.
  public let footprint: Footprint
  /// Whether the operation, as long as it has not happened, is known to change nothing that others
  /// can notice.
  public let onlyLooks: Bool
  /// Whether it concerns nobody else, so that it neither orders lanes nor is to be ordered.
  public let isPrivate: Bool
  /// The mark that it leaves on its lane; nil for none. Ends of lanes are marked by how they ended.
  public let mark: Timeline.Mark.Shape?
  /// What stands below the mark.
  public let label: Label
  /// What is said of it, beside its name and its object, in one word.
  public let caption: Label
  /// What of it is the same in every run that goes the same way.
  public let comparedBy: ComparedBy
  /// Whether it is found by its number: a value, an exit code.
  public let isFoundByValue: Bool

  /// What part a kind plays in what goes on between lanes.
  public enum Role: Sendable, Hashable, CaseIterable {
    /// A lane begins to wait.
    case wait
    /// A lane has got what another gave, or what was free.
    case take
    /// A lane gives something that others take.
    case give
    /// A lane changes something that others look at.
    case change
    /// A lane looks, and need not find what it looks for.
    case look
    /// A lane gives up waiting, or does not get what it does not wait for.
    case timeout
    /// A lane comes into being, ends, or says how it is.
    case life
    /// A lane sleeps.
    case pause
    /// A lane tells something to whoever watches.
    case say
    /// What the viewer has to know; nothing happened.
    case protocolOnly
    /// It is not known.
    case unknown
  }

  /// How an event belongs to the operation for which a lane passes a gate. An operation is called
  /// after the event that says that it has happened.
  public enum GateUse: Sendable, Hashable {
    /// No gate is passed for it.
    case never
    /// A gate may be passed for it, or not.
    case maybe
    /// It says that the operation of its name has happened: once for each gate.
    case happens
    /// It says that this operation has not happened in time: once for each gate.
    case givesUp(EventKind)
    /// It comes of the operation of its name, once or several times.
    case part
    /// It says that the operation by which it is completed has to wait.
    case waits
  }

  /// What the object of an event is.
  public enum ObjectUse: Sendable, Hashable, CaseIterable {
    /// A process or thread: it is introduced by its start.
    case process
    /// Something that `object.define` has introduced.
    case object
    /// Nothing, or it does not matter what.
    case any
  }

  /// What an event does to what others can notice: what of it has to be looked at in order to say
  /// which steps depend on each other. `object` is the event's own object.
  public enum Footprint: Sendable, Hashable, CaseIterable {
    /// Nothing that concerns others.
    case nothing
    /// The object was looked at.
    case reads
    /// The object was changed, in a way that does not commute with anything.
    case writes
    /// One element of the object, `extra`, was looked at.
    case readsValue
    /// One element of the object, `extra`, was changed.
    case writesValue
    /// A lock was taken.
    case acquires
    /// A lock was given back.
    case releases
    /// A share of a lock was taken.
    case acquiresShare
    /// A share of a lock was given back.
    case releasesShare
    /// A unit of a semaphore was taken.
    case takesUnit
    /// Units of a semaphore, `extra` of them, were given back.
    case givesUnits
    /// The item `extra` was put.
    case puts
    /// The item `extra` was got.
    case gets
    /// An item was said to be done with.
    case doesTask
    /// All items were found to be done with.
    case findsTasksDone
    /// The task `extra` has its outcome.
    case endsTask
    /// The outcome of the task `extra` was had.
    case readsResult
    /// A barrier was passed, or is about to be opened.
    case passes
    /// An event was set.
    case sets
    /// An event was cleared.
    case clears
    /// A line of the standard input was read.
    case readsInput
    /// A manager's server was asked for something.
    case asks
    /// A lane was started.
    case starts
    /// A lane has begun.
    case begins
    /// A lane has ended, with all that it held.
    case ends
    /// A lane was found to have ended, or to be ready.
    case joins
    /// The same, unless time was up first.
    case awaits
    /// A lane was sent a signal that ends it.
    case kills
  }

  /// A short text of an event.
  public enum Label: Sendable, Hashable, CaseIterable {
    case nothing
    /// Its text.
    case text
    /// Its number.
    case value
    /// Its number, or its text where it is no number.
    case shownValue
    /// A key and its value.
    case entry
    /// A task's number: `#3`.
    case serial
    /// The how-manieth one it is, from 1.
    case ordinal
    /// How a process ended, if that is known.
    case status
  }

  /// What two runs are compared by.
  public enum ComparedBy: Sendable, Hashable {
    /// That somebody waited, asked, or was held is not compared.
    case nothing
    /// What a lane does, in its own order.
    case own(Essence)
    /// The same; its order among others on the same object decides what comes of them, too.
    case turn(Essence)
  }

  /// What of an event is the same whenever the program does the same.
  public enum Essence: Sendable, Hashable, CaseIterable {
    /// Its texts.
    case said
    /// Its text alone.
    case name
    /// Its number.
    case value
    /// Its second number.
    case number
    /// An element and its value.
    case element
    /// The depth of a lock, and whether its owner had died.
    case depth
    /// Who was started, and how.
    case start
    /// Whether time was up.
    case isTimedOut
    /// Whether a barrier was broken.
    case isBroken
    /// Whether all were meant.
    case isForAll
  }
}

extension KindFacts {
  /// Whether a lane that reports it has passed a gate for it.
  public var passesGate: Bool {
    switch gate {
    case .never, .waits: false
    case .maybe, .happens, .givesUp, .part: true
    }
  }

  /// What is to be known of a kind that is not known: it moves nothing, and nothing is known of what
  /// it touches, so that it commutes with nothing on its object.
  static let unknown = KindFacts(
    name: "unknown", words: Localized(zh: "未知类型", en: "unknown kind"), family: nil,
    role: .unknown, completedBy: nil, standsInLine: false, gate: .never, object: .any,
    footprint: .writes,
    onlyLooks: false, isPrivate: false, mark: nil, label: .nothing, caption: .text,
    comparedBy: .own(.said), isFoundByValue: false)
}
