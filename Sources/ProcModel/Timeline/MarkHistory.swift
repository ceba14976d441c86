/// The marks of a lane, with summaries: the gravest of 16, 32, 64 … marks.
struct MarkHistory: Sendable {
  /// Where each mark stands, and what it is.
  private(set) var marks = PlaceArray(numberBits: 10)
  /// Summaries of ``leafLength`` marks each, and on each further level of ``fanOut`` of those below.
  private(set) var levels: [SegmentedArray<Summary>] = []
  private var open = Summary()

  /// How many marks make a summary, and how many summaries one of the next level: powers of two.
  static let leafBits = 4
  static let leafLength = 1 << leafBits
  static let fanOutBits = 1
  static let fanOut = 1 << fanOutBits

  /// A stretch of marks.
  struct Summary: Sendable {
    /// The first one, and the gravest.
    var first = PackedPlace(seq: 0, 0)
    var gravest = PackedPlace(seq: 0, 0)

    @inline(__always)
    mutating func add(_ other: Summary, isFirst: Bool) {
      if isFirst {
        self = other
      } else if other.gravest.gravity >= gravest.gravity {
        gravest = other.gravest
      }
    }
  }

  mutating func append(seq: Int, _ shape: Timeline.Mark.Shape, isWrong: Bool) {
    let mark = PackedPlace(seq: seq, shape, isWrong: isWrong)
    open.add(Summary(first: mark, gravest: mark), isFirst: marks.count % Self.leafLength == 0)
    marks.append(mark)
    if marks.count % Self.leafLength == 0 { closeSummary() }
  }

  private mutating func closeSummary() {
    if levels.isEmpty { levels.append(SegmentedArray()) }
    levels[0].append(open)
    var level = 0
    while levels[level].count % Self.fanOut == 0 {
      if levels.count == level + 1 { levels.append(SegmentedArray()) }
      var sum = Summary()
      for (place, part) in levels[level].suffix(Self.fanOut).enumerated() {
        sum.add(part, isFirst: place == 0)
      }
      levels[level + 1].append(sum)
      level += 1
    }
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
