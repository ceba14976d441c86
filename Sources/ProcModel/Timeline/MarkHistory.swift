/// The marks of a lane, with summaries: the gravest of 16, 32, 64 … marks.
struct MarkHistory: Sendable {
  /// Where each mark stands, and what it is.
  private(set) var marks = PlaceArray(numberBits: 10)
  /// What is known of many of them at once.
  private(set) var summaries = SummaryLevels<Summary>()
  private var open: Summary?

  /// A stretch of marks.
  struct Summary: PlaceSummary {
    static let leafBits = 4

    /// The first one, and the gravest.
    let first: PackedPlace
    let gravest: PackedPlace

    init(first: PackedPlace, gravest: PackedPlace) {
      (self.first, self.gravest) = (first, gravest)
    }

    @inline(__always)
    init(_ first: Summary, _ second: Summary) {
      self.first = first.first
      let isGraver = second.gravest.gravity >= first.gravest.gravity
      gravest = isGraver ? second.gravest : first.gravest
    }

    var seq: Int { first.seq }
  }

  mutating func append(seq: Int, _ shape: Timeline.Mark.Shape, isWrong: Bool) {
    let mark = PackedPlace(seq: seq, shape, isWrong: isWrong)
    let single = Summary(first: mark, gravest: mark)
    let sum = open.map { Summary($0, single) } ?? single
    marks.append(mark)
    guard marks.count % SummaryLevels<Summary>.leafLength == 0 else { return open = sum }
    open = nil
    summaries.append(sum)
  }
}

extension PackedPlace {
  /// A mark.
  init(seq: Int, _ shape: Timeline.Mark.Shape, isWrong: Bool) {
    let gravity = isWrong ? Timeline.Mark.gravityOfWrong : shape.gravity
    self.init(seq: seq, gravity << 6 | Int(shape.rawValue) << 1 | (isWrong ? 1 : 0))
  }

  var shape: Timeline.Mark.Shape { .init(rawValue: UInt8(number >> 1 & 0x1F)) ?? .noted }
  var isWrong: Bool { number & 1 == 1 }
  var mark: Timeline.Mark { Timeline.Mark(seq: seq, shape: shape, isWrong: isWrong) }
  /// How much the mark matters.
  @inline(__always)
  var gravity: Int { number >> 6 }
  var isOrdinary: Bool { gravity <= Timeline.Mark.gravityOfOrdinary }
}

extension Timeline.Mark {
  static let gravityOfWrong = 9

  /// How much it matters: if not all fit, the gravest is shown.
  public var gravity: Int { isWrong ? Self.gravityOfWrong : shape.gravity }

  /// Whether it says nothing that the many others beside it do not say, too.
  public var isOrdinary: Bool { gravity <= Self.gravityOfOrdinary }

  static let gravityOfOrdinary = 4
}

extension Timeline.Mark.Shape {
  var gravity: Int {
    switch self {
    case .killed, .failed: 8
    case .ended: 7
    case .begin: 6
    case .write, .put, .get, .set, .timedOut, .typed, .notified, .broken: 4
    case .read, .fetched, .joined, .taskBegin, .taskEnd, .taken, .given, .cleared, .woken,
      .arrived, .passed:
      3
    case .served, .remembered: 2
    case .printed, .noted: 1
    }
  }
}
