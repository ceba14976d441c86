/// Reads a recording that comes in pieces: out of a file, or live through a pipe.
///
/// It reads any bytes to their end with bounded memory: between pieces it keeps less than a header,
/// a record, and the value of a note.
public struct RecordingReader: Sendable {
  /// What the recording says of its run; nil until its header has come.
  public private(set) var header: RecordingHeader?
  /// What it says after the last event; nil until that has come.
  public private(set) var closing: RecordingClosing?
  /// How many stretches of bytes after the header were not records.
  public private(set) var malformedCount = 0
  /// How many bytes after the last whole record are the start of another.
  public var pendingCount: Int { pending.count }

  private var pending: [UInt8] = []
  private var isInMalformedStretch = false
  /// What the notes have said so far, and the value that is not complete yet.
  private var notes: [String: String] = [:]
  private var partial: RecordingNote?

  /// What a recording consists of.
  public enum Item: Sendable, Hashable {
    /// Something that a process did.
    case event(Event)
    /// No lane will move any more: ``Run/conclude(spinning:)``, before the next event.
    case concluded(spinning: [LaneIndex])
  }

  /// A reader at the start of a recording.
  public init() {}

  /// Reads the next piece, and passes complete items to `body`.
  ///
  /// - Throws: ``RecordingFault`` if it is not a readable recording.
  public mutating func read(_ piece: UnsafeRawBufferPointer, _ body: (Item) -> Void)
    throws(RecordingFault)
  {
    guard header != nil else { return try readHeader(piece, body) }
    if pending.isEmpty {
      pending = consume(piece, body)
    } else {
      var joined = pending
      joined.append(contentsOf: piece)
      pending = joined.withUnsafeBytes { consume($0, body) }
    }
  }

  /// The items that the next piece completes.
  public mutating func read(_ piece: [UInt8]) throws(RecordingFault) -> [Item] {
    var items: [Item] = []
    let result = piece.withUnsafeBytes { bytes in
      Result { () throws(RecordingFault) in try read(bytes) { items.append($0) } }
    }
    try result.get()
    return items
  }

  /// There are no more bytes.
  ///
  /// - Throws: ``RecordingFault`` where not even the header was there.
  /// - Returns: how the recording ends.
  public mutating func finish(_ body: (Item) -> Void = { _ in }) throws(RecordingFault) -> Ending {
    guard header != nil else { throw pending.isEmpty ? .empty : .cutOffHeader }
    let rest = pending.count
    digOut(body)
    if let closing { return .complete(closing) }
    return .cutOff(bytes: rest)
  }

  /// Bytes that only look like the start of a long record may hide others. A record that is cut off
  /// is not a malformed stretch.
  private mutating func digOut(_ body: (Item) -> Void) {
    guard closing == nil else { return }
    let wasIn = isInMalformedStretch
    isInMalformedStretch = true
    var hasFound = false
    while closing == nil, !pending.isEmpty {
      let bytes = pending
      bytes.withUnsafeBytes { buffer in
        let next = Self.nextCandidate(in: buffer, after: 0)
        pending = consume(UnsafeRawBufferPointer(rebasing: buffer[next...])) {
          hasFound = true
          body($0)
        }
      }
    }
    if hasFound || closing != nil, !wasIn { malformedCount += 1 }
  }

  /// How a recording ends.
  public enum Ending: Sendable, Hashable {
    /// It is complete.
    case complete(RecordingClosing)
    /// Before its end: after a whole record (0), or this many bytes into another.
    case cutOff(bytes: Int)
  }

  private mutating func readHeader(_ piece: UnsafeRawBufferPointer, _ body: (Item) -> Void)
    throws(RecordingFault)
  {
    // Only as many bytes are kept as a header can have, however long the piece is.
    let room = RecordingLayout.longestHeader - pending.count
    pending.append(contentsOf: piece.prefix(room))
    switch RecordingHeaderCodec.decode(pending) {
    case .incomplete: return
    case .fault(let fault): throw fault
    case .header(let header, let length):
      self.header = header
      let rest = pending[length...] + piece.dropFirst(room)
      pending = rest.withUnsafeBytes { consume($0, body) }
    }
  }

  /// Hands out the whole records of `bytes`.
  ///
  /// - Returns: the bytes at the end that may be the start of a record.
  private mutating func consume(_ bytes: UnsafeRawBufferPointer, _ body: (Item) -> Void) -> [UInt8]
  {
    guard let base = bytes.baseAddress else { return [] }
    var offset = 0
    while offset < bytes.count, closing == nil {
      switch RecordCodec.decode(base + offset, count: bytes.count - offset) {
      case .event(let event, let length):
        isInMalformedStretch = false
        body(.event(event))
        offset += length
      case .incomplete:
        return [UInt8](bytes[offset...])
      case .malformed:
        if let (note, length) = RecordingNote.decode(base + offset, count: bytes.count - offset) {
          isInMalformedStretch = false
          take(note, body)
          offset += length
        } else {
          if !isInMalformedStretch { malformedCount += 1 }
          isInMalformedStretch = true
          offset = Self.nextCandidate(in: bytes, after: offset)
        }
      }
    }
    if offset < bytes.count, !isInMalformedStretch {
      // Bytes after the end.
      malformedCount += 1
      isInMalformedStretch = true
    }
    return []
  }

  private mutating func take(_ note: RecordingNote, _ body: (Item) -> Void) {
    if partial?.key == note.key {
      if partial?.value.utf8.count ?? 0 < RecordingLayout.longestValue {
        partial?.value.append(note.value)
      }
      partial?.continues = note.continues
    } else {
      partial = note
    }
    guard let note = partial, !note.continues else { return }
    partial = nil
    switch note.key {
    case RecordingNote.endKey: closing = RecordingClosing(end: note.value, notes: notes)
    case RecordingNote.concludedKey:
      body(.concluded(spinning: note.value.split(separator: " ").compactMap { Int($0) }))
    case "malformed", "schedule", "reason-zh", "reason-en": notes[note.key] = note.value
    default: break  // Of a later version.
    }
  }

  /// The next place after `offset` where a record may begin, or the end.
  private static func nextCandidate(in bytes: UnsafeRawBufferPointer, after offset: Int) -> Int {
    let first = UInt8(truncatingIfNeeded: RecordLayout.magic)
    return bytes[(offset + 1)...].firstIndex(of: first) ?? bytes.count
  }
}
