import ProcModel

/// A recording, and what it consists of.
struct RecordingSample {
  let header: RecordingHeader
  let items: [RecordingReader.Item]
  let closing: RecordingClosing
  let bytes: [UInt8]
  /// How long its header is.
  let headerLength: Int
  /// Where each item ends.
  let ends: [Int]

  /// A recording with so many events, some with long texts, and a note among them.
  init(events count: Int, seed: UInt64 = 7) {
    var random = SplitMix(seed: seed)
    header = RecordingHeader(
      program: "0.1.0",
      subject: .scenario("counter", knobs: [.init("lock", "off"), .init("workers", "4")]),
      schedule: "v1.0x2.1", clock: RecordingHeader.Clock(origin: 5_000, wall: 1_700_000_000_000),
      host: RecordingHeader.Machine(name: "主机", system: "Linux 6.1", machine: "x86_64", cpus: 2))
    var encoder = RecordingEncoder(header)
    headerLength = encoder.bytes.count
    var items: [RecordingReader.Item] = []
    var ends: [Int] = []
    for number in 0..<count {
      let event = Event(
        EventKind.allCases.filter { $0 != .unknown }.randomElement(using: &random) ?? .note,
        pid: Int32(100 + number % 3), number: UInt32(number), time: UInt64(6_000 + number),
        value: Int64(bitPattern: random.next()),
        flags: number % 5 == 0 ? .observed : [], text: number % 4 == 0 ? "进程 PVZ1 P" : "",
        detail: number % 7 == 0 ? String(repeating: "P", count: 200) : "")
      encoder.append(event)
      items.append(.event(event))
      ends.append(encoder.bytes.count)
      if number == count / 2 {
        encoder.conclude(spinning: [0, 2])
        items.append(.concluded(spinning: [0, 2]))
        ends.append(encoder.bytes.count)
      }
    }
    closing = RecordingClosing(
      .stuck, malformed: 3, schedule: String(repeating: "0x2.1x5.", count: 400))
    encoder.close(closing)
    bytes = encoder.bytes
    self.items = items
    self.ends = ends
  }

  /// A header made by hand, as docs/recordings.md describes it.
  static func header(version: UInt16, fields: [(String, String)]) -> [UInt8] {
    func number(_ value: Int, _ length: Int) -> [UInt8] {
      (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let body = fields.flatMap { key, value in
      number(key.utf8.count, 2) + key.utf8 + number(value.utf8.count, 2) + value.utf8
    }
    let middle = number(Int(version), 2) + [0, 0] + number(body.count, 4)
    let check = sum(middle + body)
    return [0x89, 0x50, 0x56, 0x52, 0x0D, 0x0A, 0x1A, 0x0A] + middle + number(Int(check), 4) + body
  }

  /// Puts the right check into a record, as docs/protocol.md describes it.
  static func mend(_ record: inout [UInt8]) {
    for place in 8..<12 { record[place] = 0 }
    let check = sum(record)
    for place in 0..<4 { record[8 + place] = UInt8(truncatingIfNeeded: check >> (8 * place)) }
  }

  /// The check of docs/protocol.md.
  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt64 = 0x9E37_79B9_7F4A_7C15
    for start in stride(from: 0, to: bytes.count, by: 8) {
      var word: UInt64 = 0
      for (place, byte) in bytes[start..<min(start + 8, bytes.count)].enumerated() {
        word |= UInt64(byte) << (8 * place)
      }
      sum = (sum ^ word) &* 0xD6E8_FEB8_6659_FD93
      sum ^= sum >> 32
    }
    return UInt32(truncatingIfNeeded: sum)
  }
}
