/// Turns the header of a recording into bytes and back.
public enum RecordingHeaderCodec {
  /// The most bytes of a header.
  public static let longestHeader = RecordingLayout.longestHeader

  /// The bytes of `header`. What does not fit into the longest header is left out, the words of a
  /// program from its last one on.
  public static func encode(_ header: RecordingHeader) -> [UInt8] {
    let fields = fields(of: header).bytes
    var bytes = RecordingLayout.magic
    append(RecordingLayout.version, to: &bytes)
    append(UInt16(0), to: &bytes)
    append(UInt32(fields.count), to: &bytes)
    append(UInt32(0), to: &bytes)
    bytes += fields
    let check = bytes.withUnsafeBytes { buffer in
      buffer.baseAddress.map { RecordingLayout.check($0, fieldsLength: fields.count) } ?? 0
    }
    for index in 0..<4 {
      bytes[RecordingLayout.checkOffset + index] = UInt8(truncatingIfNeeded: check >> (8 * index))
    }
    return bytes
  }

  private static func append<T: FixedWidthInteger>(_ number: T, to bytes: inout [UInt8]) {
    for index in 0..<(T.bitWidth / 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> (8 * index)))
    }
  }

  /// What stands at the start of some bytes.
  enum Decoded {
    /// A whole header of this length.
    case header(RecordingHeader, length: Int)
    /// The start of one.
    case incomplete
    case fault(RecordingFault)
  }

  /// Decodes the header at the start of `bytes`.
  static func decode(_ bytes: [UInt8]) -> Decoded {
    let begin = bytes.prefix(RecordingLayout.magic.count)
    guard begin.elementsEqual(RecordingLayout.magic.prefix(begin.count)) else {
      return .fault(isMangled(bytes) ? .mangled : .noRecording)
    }
    guard bytes.count >= RecordingLayout.fixedLength else { return .incomplete }
    return bytes.withUnsafeBytes { buffer in
      buffer.baseAddress.map { decodeRest($0, bytes) } ?? .incomplete
    }
  }

  /// Decodes what follows the magic.
  private static func decodeRest(_ base: UnsafeRawPointer, _ bytes: [UInt8]) -> Decoded {
    let length = Int(base.loadLittleEndian(UInt32.self, at: RecordingLayout.lengthOffset))
    guard length <= RecordingLayout.longestFields else { return .fault(.damagedHeader) }
    let whole = RecordingLayout.fixedLength + length
    guard bytes.count >= whole else { return .incomplete }
    guard
      base.loadLittleEndian(UInt32.self, at: RecordingLayout.checkOffset)
        == RecordingLayout.check(base, fieldsLength: length)
    else { return .fault(.damagedHeader) }
    let version = base.loadLittleEndian(UInt16.self, at: RecordingLayout.versionOffset)
    guard version <= RecordingLayout.version else { return .fault(.newer(Int(version))) }
    guard version > 0, let fields = RecordingFields(bytes[RecordingLayout.fixedLength..<whole])
    else { return .fault(.damagedHeader) }
    return .header(header(fields), length: whole)
  }

  /// Whether it is a recording that was sent as text: line ends were changed, or bytes lost a bit.
  private static func isMangled(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 4 && bytes[1..<4].elementsEqual(RecordingLayout.magic[1..<4])
  }
}

// MARK: - Fields

extension RecordingHeaderCodec {
  private static func fields(of header: RecordingHeader) -> RecordingFields {
    var fields = RecordingFields()
    fields.add("procviz", header.program)
    fields.add("clock", header.clock.name)
    fields.add("clock-origin-ns", String(header.clock.origin))
    fields.add("wall-ns", String(header.clock.wall))
    fields.add("host", header.host.name)
    fields.add("system", header.host.system)
    fields.add("machine", header.host.machine)
    fields.add("cpus", String(header.host.cpus))
    switch header.subject {
    case .scenario(let id, let knobs):
      fields.add("scenario", id)
      for knob in knobs { fields.add("knob", "\(knob.name)=\(knob.value)") }
    case .program(let words):
      for word in words { fields.add("word", word) }
    }
    if let schedule = header.schedule { fields.add("schedule", schedule) }
    return fields
  }

  /// What the fields say; unknown keys are skipped.
  private static func header(_ fields: RecordingFields) -> RecordingHeader {
    var clock = RecordingHeader.Clock(
      origin: fields["clock-origin-ns"].flatMap { UInt64($0) } ?? 0,
      wall: fields["wall-ns"].flatMap { UInt64($0) } ?? 0)
    clock.name = fields["clock"] ?? clock.name
    let host = RecordingHeader.Machine(
      name: fields["host"] ?? "", system: fields["system"] ?? "",
      machine: fields["machine"] ?? "", cpus: fields["cpus"].flatMap { Int($0) } ?? 0)
    return RecordingHeader(
      program: fields["procviz"] ?? "", subject: subject(fields), schedule: fields["schedule"],
      clock: clock, host: host)
  }

  private static func subject(_ fields: RecordingFields) -> RecordedSubject {
    guard let id = fields["scenario"] else { return .program(fields.all("word")) }
    let knobs = fields.all("knob").map { setting in
      let name = setting.prefix { $0 != "=" }
      return RecordedKnob(String(name), String(setting.dropFirst(name.count + 1)))
    }
    return .scenario(id, knobs: knobs)
  }
}
