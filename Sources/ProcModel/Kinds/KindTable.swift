/// The rows of all kinds, where they are found by a kind's number.
enum KindTable {
  /// By the kind's number; what has none of its own has that of ``EventKind/unknown``.
  static let rows: [KindFacts] = {
    var rows = [KindFacts](repeating: .unknown, count: 256)
    for kind in EventKind.allCases { rows[Int(kind.rawValue)] = kind.primitive.facts }
    return rows
  }()
  /// What is asked of every event, in the fewest bytes.
  static let marks: [Timeline.Mark.Shape?] = rows.map(\.mark)
  static let standsInLine = KindSet(where: \.standsInLine)
  static let isPrivate = KindSet(where: \.isPrivate)
}

/// A set of known kinds.
struct KindSet: Sendable {
  private var words: (UInt64, UInt64) = (0, 0)

  /// The kinds whose row says so. All known kinds have numbers below 128.
  init(where isIn: (KindFacts) -> Bool) {
    for kind in EventKind.allCases where isIn(KindTable.rows[Int(kind.rawValue)]) {
      let bit = UInt64(1) << UInt64(kind.rawValue & 63)
      if kind.rawValue < 64 { words.0 |= bit } else { words.1 |= bit }
    }
  }

  /// Whether a kind is in it.
  @inline(__always)
  func contains(_ kind: EventKind) -> Bool {
    let number = kind.rawValue
    return (number < 64 ? words.0 : words.1) >> UInt64(number & 63) & 1 != 0
  }
}

extension EventKind {
  /// The row of the kind.
  public var facts: KindFacts { KindTable.rows[Int(rawValue)] }

  /// The name in JSON lines, fixed by the contract.
  public var name: String { KindTable.rows[Int(rawValue)].name }
  /// With which others it is hidden and shown; nil where an event is only about others.
  public var family: EventFamily? { KindTable.rows[Int(rawValue)].family }
  /// What part it plays.
  public var role: KindFacts.Role { KindTable.rows[Int(rawValue)].role }
  /// What it does to what others can notice.
  public var footprint: KindFacts.Footprint { KindTable.rows[Int(rawValue)].footprint }
  /// What two runs are compared by.
  public var comparedBy: KindFacts.ComparedBy { KindTable.rows[Int(rawValue)].comparedBy }

  /// Whether a lane that reports it stands in line at an object.
  @inline(__always)
  var isWaitInLine: Bool { KindTable.standsInLine.contains(self) }

  /// Whether the event orders lanes, or is to be ordered.
  @inline(__always)
  var isOrdered: Bool { !KindTable.isPrivate.contains(self) }

  /// The mark that it leaves on its lane, whatever else is said of it.
  @inline(__always)
  var mark: Timeline.Mark.Shape? { KindTable.marks[Int(rawValue)] }

  /// Whether it belongs among what the processes printed: `output`, `input.wait`, `input.read`,
  /// `note`.
  @inline(__always)
  public var isTalk: Bool { if case .console = primitive { true } else { false } }

  /// Whether it is something done by itself, and not only the beginning or the end of a state that is
  /// shown as such, nor the protocol's business. All that hands something over is.
  public var isShownAlone: Bool {
    switch role {
    case .wait, .pause, .protocolOnly: false
    case .take, .give, .change, .look, .timeout, .life, .say, .unknown: true
    }
  }

  /// Whether the operation, as long as it has not happened, is known to change nothing that others
  /// can notice.
  public var onlyLooks: Bool { KindTable.rows[Int(rawValue)].onlyLooks }

  /// Whether the operation is about one element of its object; others are about all of it.
  public var isOfElements: Bool { footprint == .readsValue || footprint == .writesValue }

  /// Whether an item is put, now or when the wait is over.
  public var putsItem: Bool { (facts.completedBy ?? self).footprint == .puts }

  /// Whether an item is got, now or when the wait is over.
  public var getsItem: Bool { (facts.completedBy ?? self).footprint == .gets }
}
