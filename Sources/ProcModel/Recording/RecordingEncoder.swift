/// Writes a recording: bytes to be appended to a file or a pipe.
///
/// After each of these calls the bytes so far are a recording that can be read, up to its last event.
public struct RecordingEncoder: Sendable {
  /// What has been encoded and not been taken yet.
  public private(set) var bytes: [UInt8]
  /// Room for a record.
  private var record = [UInt8](repeating: 0, count: RecordCodec.longestRecord)

  /// Begins with the header.
  public init(_ header: RecordingHeader) { bytes = RecordingHeaderCodec.encode(header) }

  /// Adds events, in the order in which the viewer received them.
  public mutating func append(_ events: some Sequence<Event>) {
    for event in events { append(event) }
  }

  /// Adds an event.
  public mutating func append(_ event: Event) {
    let length = record.withUnsafeMutableBytes { RecordCodec.encode(event, into: $0) }
    bytes.append(contentsOf: record[..<length])
  }

  /// No lane will move any more (``Run/conclude(spinning:)``).
  public mutating func conclude(spinning: [LaneIndex]) {
    let lanes = spinning.map { String($0) }.joined(separator: " ")
    RecordingNote(RecordingNote.concludedKey, lanes).append(to: &bytes)
  }

  /// Ends the recording.
  public mutating func close(_ closing: RecordingClosing) {
    for note in closing.notes { note.append(to: &bytes) }
  }

  /// Forgets what has been taken.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
