/// The spans of a lane, and summaries of 8, 16, 32 … of them, so that the cost of drawing a column
/// does not depend on what happened in it.
struct SpanHistory: Sendable {
  /// Where each span begins, and its look.
  private(set) var spans = PlaceArray(numberBits: 10)
  /// What is known of many of them at once.
  private(set) var summaries = SummaryLevels<Summary>()
  /// What the lane does now, as last recorded.
  private var activity = Activity.starting
  private var holding = ObjectID.none
  private var lastStart: UInt64 = 0
  private var open = OpenSummary()
  /// The looks that it had recently: it will have them again.
  private var recent: [(look: LookTable.SpanLook, number: Int)] = []
  private var oldest = 0

  /// What a lane was doing, roughly; every one of these has a look of its own.
  enum Doing: Int, Sendable {
    case none, running, holding, waiting, blocked, sleeping, held
  }

  /// Takes what the lane does from an event on.
  @inline(__always)
  mutating func note(
    seq: Int, time: UInt64, _ activity: Activity, _ holding: ObjectID, _ table: inout LookTable
  ) {
    if holding == self.holding, activity == self.activity, !spans.isEmpty { return }
    append(seq, time, activity, holding, &table)
  }

  private mutating func append(
    _ seq: Int, _ time: UInt64, _ activity: Activity, _ holding: ObjectID, _ table: inout LookTable
  ) {
    if let last = spans.last {
      let doing = Doing(self.activity, isHolding: self.holding != .none)
      open.add(last, doing, length: Float(time - lastStart))
      if spans.count % SummaryLevels<Summary>.leafLength == 0 { closeSummary() }
    }
    (self.activity, self.holding, lastStart) = (activity, holding, time)
    let look = LookTable.SpanLook(activity, holding)
    spans.append(PackedPlace(seq: seq, number(of: look, &table)))
  }

  private mutating func number(of look: LookTable.SpanLook, _ table: inout LookTable) -> Int {
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
    summaries.append(open.summary)
    open = OpenSummary()
  }
}

/// For how long a lane did what, nanoseconds, by ``SpanHistory/Doing``.
typealias DoingLengths = SIMD8<Float>

extension DoingLengths {
  /// How much each counts: a held lock shows even if it is held for less than half of a column.
  private static let weights = DoingLengths(1, 1, 2, 1, 1, 1, 1, 0)

  /// What counts most.
  @inline(__always)
  var greatest: SpanHistory.Doing {
    let weighted = self * Self.weights
    var best = 0
    for doing in 1..<7 where weighted[doing] > weighted[best] { best = doing }
    return SpanHistory.Doing(rawValue: best) ?? .none
  }
}

extension SpanHistory {
  /// A stretch of spans, in few bytes.
  struct Summary: PlaceSummary {
    static let leafBits = 3

    /// Where the first one begins, and the look that stands for most of it.
    private let place: Halves
    /// For which share of it the lane did what, of 255; and what a lane with its look does.
    private let packedShares: Halves
    /// How long it is, nanoseconds.
    let total: Float

    init(seq: Int, look: Int, _ doing: Doing, _ lengths: DoingLengths) {
      place = PackedPlace(seq: seq, look).halves
      total = lengths.sum()
      let parts = total > 0 ? lengths * (255 / total) : DoingLengths()
      // One by one: the conversions of whole vectors are not specialised.
      var shares = SIMD8<UInt8>()
      for doing in 0..<7 {
        shares[doing] = UInt8(max(0, min(255, parts[doing].rounded(.toNearestOrEven))))
      }
      shares[7] = UInt8(truncatingIfNeeded: doing.rawValue)
      packedShares = Halves(unsafeBitCast(shares, to: UInt64.self))
    }

    /// The summary of two that follow one another: of both, the look that says best what the lane
    /// did most.
    init(_ first: Summary, _ second: Summary) {
      let lengths = first.lengths + second.lengths
      let greatest = lengths.greatest
      let voice = second.says(greatest) > first.says(greatest) ? second : first
      self.init(seq: first.seq, look: voice.look, voice.doing, lengths)
    }

    private var shares: SIMD8<UInt8> {
      unsafeBitCast(packedShares.bits, to: SIMD8<UInt8>.self)
    }

    var seq: Int { PackedPlace(halves: place).seq }
    var look: Int { PackedPlace(halves: place).number }
    var doing: Doing { Doing(rawValue: Int(shares[7])) ?? .none }

    /// For how long the lane did what.
    @inline(__always)
    var lengths: DoingLengths {
      let shares = shares
      var lengths = DoingLengths()
      for doing in 0..<7 { lengths[doing] = Float(shares[doing]) }
      return lengths * (total / 255)
    }

    /// How well its look represents `doing`: for how long the lane did it, if that is what the look
    /// shows.
    func says(_ doing: Doing) -> Float {
      self.doing == doing ? lengths[doing.rawValue] + 1 : 0
    }
  }

  /// A summary of spans that are still to come.
  private struct OpenSummary: Sendable {
    private var seq = -1
    private var lengths = DoingLengths()
    /// For each ``Doing`` the longest span, and its look.
    private var longest = DoingLengths()
    private var looks = SIMD8<Int32>()
    /// The first one stands for all if none has a length.
    private var first = Doing.none

    @inline(__always)
    mutating func add(_ span: PackedPlace, _ doing: Doing, length: Float) {
      if seq < 0 {
        seq = span.seq
        first = doing
      }
      lengths[doing.rawValue] += length
      guard length >= longest[doing.rawValue] else { return }
      longest[doing.rawValue] = length
      looks[doing.rawValue] = Int32(truncatingIfNeeded: span.number)
    }

    var summary: Summary {
      let greatest = lengths.sum() > 0 ? lengths.greatest : first
      return Summary(seq: seq, look: Int(looks[greatest.rawValue]), greatest, lengths)
    }
  }
}

extension SpanHistory.Doing {
  /// What a lane is doing.
  init(_ activity: Activity, isHolding: Bool) {
    self =
      switch activity {
      case .starting, .ended: .none
      case .running: isHolding ? .holding : .running
      case .blocked(let blocker): blocker.isLock ? .waiting : .blocked
      case .idle: .blocked
      case .sleeping: .sleeping
      case .held: .held
      }
  }
}
