import ProcModel
import Testing

@Suite struct RecordCodecTests {
  /// An event with every field in use, different for each `index`.
  private func event(_ index: Int, random: inout SplitMix) -> Event {
    let kinds = EventKind.allCases.filter { $0 != .unknown }
    let texts = ["", "x", "counter", "进程-1 写入", String(repeating: "é", count: 40)]
    return Event(
      kinds[index % kinds.count], pid: Int32(truncatingIfNeeded: random.next()),
      tid: Int32(index), number: UInt32(truncatingIfNeeded: random.next()),
      time: random.next() >> 2,
      object: ObjectID(rawValue: random.next()), value: Int64(bitPattern: random.next()),
      extra: random.next(), flags: Event.Flags(rawValue: UInt8(truncatingIfNeeded: index)),
      text: texts[index % texts.count], detail: texts[index / 2 % texts.count])
  }

  private func events(_ count: Int) -> [Event] {
    var random = SplitMix(seed: 7)
    return (0..<count).map { event($0, random: &random) }
  }

  @Test func everyKindIsReadAsItWasWritten() {
    let sent = events(200)
    var reader = RecordReader()
    #expect(reader.read(sent.flatMap(RecordCodec.encode)) == sent)
    #expect(reader.malformedCount == 0)
  }

  @Test(arguments: [1, 2, 3, 7, 59, 60, 61, 4096])
  func piecesOfAnySizeGiveTheSameEvents(size: Int) {
    let sent = events(120)
    let bytes = sent.flatMap(RecordCodec.encode)
    var reader = RecordReader()
    var got: [Event] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      got += reader.read(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    #expect(got == sent)
    #expect(reader.malformedCount == 0)
    #expect(reader.pendingCount == 0)
  }

  @Test func anyChangedByteLosesOneRecordAndNoOther() {
    let sent = events(3)
    let records = sent.map(RecordCodec.encode)
    for index in records[1].indices {
      var broken = records[1]
      broken[index] ^= 0x41
      var reader = RecordReader()
      var got = reader.read(records[0] + broken + records[2])
      // A length that grew makes the reader wait for bytes that will never come.
      reader.giveUpPending { got.append($0) }
      #expect(got == [sent[0], sent[2]], "byte \(index)")
      #expect(reader.malformedCount >= 1)
    }
  }

  @Test func aTimeThatNoClockShowsIsNoRecord() {
    let times: [UInt64] = [0, 1 << 62 - 1, 1 << 62, .max - 1_000_000, .max]
    var reader = RecordReader()
    let got = reader.read(times.flatMap { RecordCodec.encode(Event(.note, pid: 1, time: $0)) })
    #expect(got.map(\.time) == [0, 1 << 62 - 1])
    #expect(reader.malformedCount >= 1)
  }

  @Test func garbageBetweenRecordsIsOneMalformedStretchEach() {
    let sent = events(4)
    let records = sent.map(RecordCodec.encode)
    let garbage = Array("PVZ1 this is no record\u{1b}[2J, P nor this".utf8)
    var reader = RecordReader()
    let got =
      reader.read(garbage + records[0] + garbage + records[1] + records[2] + garbage)
      + reader.read(records[3])
    #expect(got == sent)
    #expect(reader.malformedCount == 3)
  }

  @Test func randomBytesNeverMakeTheReaderKeepMoreThanARecord() {
    var random = SplitMix(seed: 11)
    var reader = RecordReader()
    for _ in 0..<400 {
      var piece = (0..<512).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      // Add real magics, so that the reader finds possible starts of records.
      piece.replaceSubrange(40..<44, with: Array("PVZ1".utf8))
      _ = reader.read(piece)
      #expect(reader.pendingCount < RecordCodec.longestRecord)
    }
    #expect(reader.malformedCount > 0)
  }

  @Test func aCutStreamCountsItsLastRecordAsMalformed() {
    let record = RecordCodec.encode(events(1)[0])
    for length in 1..<record.count {
      var reader = RecordReader()
      #expect(reader.read(Array(record[..<length])).isEmpty)
      reader.giveUpPending { Issue.record("\($0) came out of a cut record") }
      #expect(reader.malformedCount == 1)
      #expect(reader.pendingCount == 0)
    }
  }

  @Test func aLongTextIsCutAtACharacter() {
    let long = String(repeating: "进", count: 2000)
    var reader = RecordReader()
    let got = reader.read(RecordCodec.encode(Event(.note, text: long)))
    #expect(got.count == 1)
    #expect(got.first?.text == String(repeating: "进", count: RecordCodec.longestText / 3))
  }

  @Test func invalidUTF8IsRepairedNotRefused() {
    var record = RecordCodec.encode(Event(.note, text: "ab"))
    record[60] = 0xFF
    #expect(!RecordCodec.encode(Event(.note, text: "ab")).contains(0xFF))
    // With its check made again the record is whole, and its text readable.
    record.withUnsafeMutableBytes { RecordCodecTestSupport.seal($0) }
    var reader = RecordReader()
    #expect(reader.read(record).first?.text == "\u{FFFD}b")
  }
}

/// What a program in another language does: the check as docs/protocol.md describes it.
enum RecordCodecTestSupport {
  static func seal(_ record: UnsafeMutableRawBufferPointer) {
    record.storeBytes(of: 0, toByteOffset: 8, as: UInt32.self)
    var padded = Array(record)
    while padded.count % 8 != 0 { padded.append(0) }
    var sum: UInt64 = 0x9E37_79B9_7F4A_7C15
    for start in stride(from: 0, to: padded.count, by: 8) {
      let word = padded[start..<start + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      sum = (sum ^ word) &* 0xD6E8_FEB8_6659_FD93
      sum ^= sum >> 32
    }
    record.storeBytes(of: UInt32(truncatingIfNeeded: sum), toByteOffset: 8, as: UInt32.self)
  }
}

/// Repeatable random numbers (SplitMix64).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
