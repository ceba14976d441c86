/// The spans of a lane, and summaries of ever more of them, so that drawing a column does not cost
/// what happened in it.
struct SpanHistory: Sendable {
  /// Where each span begins, and its look.
  private(set) var spans = SegmentedArray<PackedPlace>()
  /// Summaries of ``leafLength`` spans each, and on each further level of ``fanOut`` of those below.
  private(set) var levels: [[Summary]] = []
  /// What the lane does now, as it was told.
  private var activity = Activity.starting
  private var holding = ObjectID.none
  private var lastStart: UInt64 = 0
  private var open = OpenSummary()
  /// The looks that it had lately: it will have them again.
  private var recent: [(look: LookTable.Look, number: Int)] = []
  private var oldest = 0

  static let leafLength = 32
  static let fanOut = 8

  /// What a lane was doing, roughly; every one of these has a look of its own.
  enum Doing: Int, CaseIterable, Sendable {
    case none, running, holding, waiting, blocked, sleeping, held

    /// How much it counts for: a lock that is held shows even where it is held for less than half of
    /// a column.
    var weight: Float { self == .holding ? 2 : 1 }
  }

  /// A stretch of spans.
  struct Summary: Sendable {
    /// The place in the trace where the first one begins.
    var seq = 0
    /// For how long the lane did what, nanoseconds, by ``Doing``.
    var lengths = Lengths()
    /// The number of the look that stands for most of it, and what that lane does in it.
    var look: Int32 = 0
    var doing = Int32(Doing.none.rawValue)
  }

  /// Takes what the lane does from an event on.
  @inline(__always)
  mutating func note(seq: Int, time: UInt64, _ state: LaneState, _ table: inout LookTable) {
    let holding = state.holding.last ?? .none
    if !spans.isEmpty, holding == self.holding, state.activity == activity { return }
    append(seq, time, state.activity, holding, &table)
  }

  private mutating func append(
    _ seq: Int, _ time: UInt64, _ activity: Activity, _ holding: ObjectID, _ table: inout LookTable
  ) {
    if let last = spans.last {
      let doing = Doing(self.activity, isHolding: self.holding != .none)
      open.add(last, doing, length: Float(time - lastStart))
      if spans.count % Self.leafLength == 0 { closeSummary() }
    }
    (self.activity, self.holding, lastStart) = (activity, holding, time)
    let look = LookTable.Look(activity, holding)
    spans.append(PackedPlace(seq: seq, number(of: look, &table)))
  }

  private mutating func number(of look: LookTable.Look, _ table: inout LookTable) -> Int {
    for known in recent where known.look == look { return known.number }
    let number = table.number(of: look)
    if recent.count < 4 {
      recent.append((look, number))
    } else {
      recent[oldest] = (look, number)
      oldest = (oldest + 1) % 4
    }
    return number
  }

  private mutating func closeSummary() {
    if levels.isEmpty { levels.append([]) }
    levels[0].append(open.summary)
    open = OpenSummary()
    var level = 0
    while levels[level].count % Self.fanOut == 0 {
      if levels.count == level + 1 { levels.append([]) }
      levels[level + 1].append(Summary(of: levels[level].suffix(Self.fanOut)))
      level += 1
    }
  }
}

extension SpanHistory {
  /// A number for each ``Doing``.
  struct Lengths: Sendable {
    private var first = SIMD4<Float>()
    private var rest = SIMD4<Float>()

    subscript(_ doing: Doing) -> Float {
      get { doing.rawValue < 4 ? first[doing.rawValue] : rest[doing.rawValue - 4] }
      set {
        if doing.rawValue < 4 {
          first[doing.rawValue] = newValue
        } else {
          rest[doing.rawValue - 4] = newValue
        }
      }
    }

    @inline(__always)
    mutating func add(_ other: Lengths, times factor: Float = 1) {
      first += other.first * factor
      rest += other.rest * factor
    }

    /// All of them together.
    var total: Float { first.sum() + rest.sum() }

    /// What counts most.
    var greatest: Doing {
      var best = Doing.none
      for doing in Doing.allCases where self[doing] * doing.weight > self[best] * best.weight {
        best = doing
      }
      return best
    }
  }

  /// A summary of spans that are still to come.
  private struct OpenSummary: Sendable {
    var summary = Summary()
    private var isEmpty = true
    /// For each ``Doing`` the longest span.
    private var longest = Lengths()
    private var looks = SIMD8<Int32>()

    mutating func add(_ span: PackedPlace, _ doing: Doing, length: Float) {
      if isEmpty { summary.seq = span.seq }
      summary.lengths[doing] += length
      if length >= longest[doing] {
        longest[doing] = length
        looks[doing.rawValue] = Int32(truncatingIfNeeded: span.number)
      }
      let greatest = summary.lengths.greatest
      summary.doing = Int32(greatest.rawValue)
      summary.look = looks[greatest.rawValue]
      if isEmpty, length == 0 {
        summary.doing = Int32(doing.rawValue)
        summary.look = looks[doing.rawValue]
      }
      isEmpty = false
    }
  }
}

extension SpanHistory.Summary {
  /// The summary of several that follow one another.
  init(of parts: ArraySlice<SpanHistory.Summary>) {
    seq = parts.first?.seq ?? 0
    for part in parts { lengths.add(part.lengths) }
    let greatest = lengths.greatest
    let speaker = parts.max { $0.says(greatest) < $1.says(greatest) }
    look = speaker?.look ?? 0
    doing = speaker?.doing ?? 0
  }

  /// How well its look stands for lanes that do `doing`: by how long it was so, if that is what its
  /// look shows.
  func says(_ doing: SpanHistory.Doing) -> Float {
    self.doing == Int32(doing.rawValue) ? lengths[doing] + 1 : 0
  }
}

extension SpanHistory.Doing {
  /// What a lane is doing.
  init(_ activity: Activity, isHolding: Bool) {
    self =
      switch activity {
      case .starting, .ended: .none
      case .running: isHolding ? .holding : .running
      case .waiting: .waiting
      case .blocked, .idle: .blocked
      case .sleeping: .sleeping
      case .held: .held
      }
  }
}
