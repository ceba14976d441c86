/// Something for some of the lanes, found by their number alone.
struct LaneMap<Value: Sendable & Hashable>: Sendable, Hashable {
  /// For each lane one more than the place of its value; 0 for none.
  private var places: [Int32] = []
  private var values: [Value] = []

  subscript(lane: LaneIndex) -> Value? {
    @inline(__always)
    get {
      guard lane < places.count, places[lane] > 0 else { return nil }
      return values[Int(places[lane]) - 1]
    }
  }

  @inline(__always)
  mutating func set(_ lane: LaneIndex, _ value: Value) {
    if lane < places.count, places[lane] > 0 {
      values[Int(places[lane]) - 1] = value
    } else {
      add(lane, value)
    }
  }

  private mutating func add(_ lane: LaneIndex, _ value: Value) {
    while places.count <= lane { places.append(0) }
    values.append(value)
    places[lane] = Int32(truncatingIfNeeded: values.count)
  }
}
