extension ObjectState {
  /// Something that a lane has given, which others take.
  struct Given: Sendable, Hashable {
    let by: LaneIndex
    let time: UInt64
    let seq: Int
  }
}
