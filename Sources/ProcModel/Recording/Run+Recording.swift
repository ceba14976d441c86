extension Run {
  /// Takes the next item of a recording.
  public mutating func append(_ item: RecordingReader.Item) {
    switch item {
    case .event(let event): append(event)
    case .concluded(let spinning):
      // A file may be wrong.
      conclude(spinning: spinning.filter { world.lanes.indices.contains($0) })
    }
  }
}
