/// What is known of each lane's time. Those of the first eight lanes, which is all that most programs
/// have, lie in the value itself: it is copied with each thing that is handed over, and that must
/// cost no allocation.
struct VectorClock: Sendable {
  private var first = SIMD4<UInt32>()
  private var second = SIMD4<UInt32>()
  /// The times of the lanes from ``nearCount`` on.
  private var far: [UInt32] = []

  private static let nearCount = 8

  /// The time that is known of a lane; 0 for none.
  @inline(__always)
  func time(of lane: LaneIndex) -> UInt32 {
    if lane < 4 { return first[lane] }
    if lane < Self.nearCount { return second[lane - 4] }
    let place = lane - Self.nearCount
    return place < far.count ? far[place] : 0
  }

  /// What is known of a lane, if it is later than what was.
  @inline(__always)
  mutating func learn(_ time: UInt32, of lane: LaneIndex) {
    if lane < 4 {
      first[lane] = max(first[lane], time)
    } else if lane < Self.nearCount {
      second[lane - 4] = max(second[lane - 4], time)
    } else {
      learnFar(time, at: lane - Self.nearCount)
    }
  }

  /// All that another clock knows.
  @inline(__always)
  mutating func learn(_ other: VectorClock) {
    first = pointwiseMax(first, other.first)
    second = pointwiseMax(second, other.second)
    if !other.far.isEmpty { learnFar(other.far) }
  }

  @inline(never)
  private mutating func learnFar(_ time: UInt32, at place: Int) {
    while far.count <= place { far.append(0) }
    if far[place] < time { far[place] = time }
  }

  @inline(never)
  private mutating func learnFar(_ other: [UInt32]) {
    if far.isEmpty {
      far = other
      return
    }
    while far.count < other.count { far.append(0) }
    for place in other.indices where far[place] < other[place] { far[place] = other[place] }
  }
}
