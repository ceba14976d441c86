import ProcModel

/// An arrow from one lane to another. Viewers bind its ends to the deepest slices at those moments
/// on the two tracks: the instants of the giving and the taking event, which they treat as slices
/// of length 0.
struct Flow {
  let connector: Timeline.Connector
  /// Its place among the connectors of the timeline.
  let number: Int

  /// The arrow of a connector; nil if one of its ends is in no slice.
  init?(_ connector: Timeline.Connector, number: Int, slices: [[Slice]]) {
    guard connector.fromTime <= connector.toTime, slices.indices.contains(connector.from),
      slices.indices.contains(connector.to),
      slices[connector.from].at(connector.fromTime) != nil,
      slices[connector.to].at(connector.toTime) != nil
    else { return nil }
    self.connector = connector
    self.number = number
  }
}

extension Timeline.Connector.Kind {
  /// Its name in viewers.
  var name: String { "\(category)" }

  /// The category by which viewers show or hide it.
  var category: StaticString {
    switch self {
    case .start: "start"
    case .item: "item"
    case .lock: "lock"
    case .request: "request"
    case .task: "task"
    case .signal: "signal"
    }
  }
}
