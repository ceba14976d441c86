import ProcModel
import Testing

@Suite struct RecordingTests {
  @Test func everythingIsReadAsItWasWritten() throws {
    let sample = RecordingSample(events: 50)
    var reader = RecordingReader()
    let items = try reader.read(sample.bytes)
    #expect(reader.header == sample.header)
    #expect(items == sample.items)
    #expect(try reader.finish() == .complete(sample.closing))
    #expect(reader.malformedCount == 0)
  }

  @Test func aProgramsWordsComeBack() throws {
    var header = RecordingSample(events: 0).header
    header.subject = .program(["./my program", "", "进程", "a=b"])
    header.schedule = nil
    var reader = RecordingReader()
    _ = try reader.read(RecordingHeaderCodec.encode(header))
    #expect(reader.header == header)
  }

  @Test(arguments: [
    RecordingClosing.End.byItself, .stuck, .stopped, .signal(15), .failed(nil),
    .failed(Localized(zh: "不行", en: "it could not")),
  ])
  func everyEndComesBack(end: RecordingClosing.End) throws {
    let closing = RecordingClosing(end, malformed: 2)
    var encoder = RecordingEncoder(RecordingSample(events: 0).header)
    encoder.close(closing)
    var reader = RecordingReader()
    _ = try reader.read(encoder.bytes)
    #expect(try reader.finish() == .complete(closing))
  }

  @Test(arguments: [1, 2, 3, 19, 60, 61, 4096])
  func piecesOfAnySizeGiveTheSame(size: Int) throws {
    let sample = RecordingSample(events: 40)
    var reader = RecordingReader()
    var items: [RecordingReader.Item] = []
    for start in stride(from: 0, to: sample.bytes.count, by: size) {
      items += try reader.read(
        Array(sample.bytes[start..<min(start + size, sample.bytes.count)]))
    }
    #expect(items == sample.items)
    #expect(try reader.finish() == .complete(sample.closing))
  }

  @Test func cutOffAnywhereEveryWholeRecordIsThere() throws {
    let sample = RecordingSample(events: 12)
    for length in sample.bytes.indices {
      var reader = RecordingReader()
      guard length >= sample.headerLength else {
        #expect(throws: length == 0 ? RecordingFault.empty : .cutOffHeader) {
          _ = try reader.read(Array(sample.bytes[..<length]))
          _ = try reader.finish()
        }
        continue
      }
      let items = try reader.read(Array(sample.bytes[..<length]))
      let whole = sample.ends.count { $0 <= length }
      #expect(items == Array(sample.items.prefix(whole)), "cut off at \(length)")
      guard case .cutOff(let bytes) = try reader.finish() else {
        Issue.record("cut off at \(length)")
        continue
      }
      #expect(bytes < RecordCodec.longestRecord)
      #expect(reader.malformedCount == 0, "what is only cut off is not malformed")
    }
  }

  @Test func aChangedByteInTheHeaderIsNoticed() throws {
    let sample = RecordingSample(events: 1)
    for place in 0..<sample.headerLength {
      var bytes = sample.bytes
      bytes[place] ^= 0x55
      var reader = RecordingReader()
      #expect(throws: RecordingFault.self, "byte \(place)") {
        _ = try reader.read(bytes)
        _ = try reader.finish()
      }
    }
  }

  @Test func aChangedByteBehindItLosesOneRecordAndNoOther() throws {
    let sample = RecordingSample(events: 6)
    for place in sample.headerLength..<sample.bytes.count {
      var bytes = sample.bytes
      bytes[place] ^= 0x41
      var reader = RecordingReader()
      var items = try reader.read(bytes)
      _ = try reader.finish { items.append($0) }
      let damaged = sample.ends.firstIndex { $0 > place }
      var expected = sample.items
      if let damaged, damaged < expected.count { expected.remove(at: damaged) }
      #expect(items == expected, "byte \(place)")
    }
  }

  @Test func unreadableBytesAreReported() throws {
    var reader = RecordingReader()
    #expect(throws: RecordingFault.noRecording) { try reader.read(Array("hello, world".utf8)) }
    var second = RecordingReader()
    let asText = RecordingSample(events: 0).bytes.filter { $0 != 0x0D }
    #expect(throws: RecordingFault.mangled) { try second.read(asText) }
    var third = RecordingReader()
    #expect(throws: RecordingFault.newer(9)) {
      try third.read(RecordingSample.header(version: 9, fields: []))
    }
    var fourth = RecordingReader()
    var absurd = RecordingSample.header(version: 1, fields: [])
    absurd[12...15] = [0xFF, 0xFF, 0xFF, 0x7F]
    #expect(throws: RecordingFault.damagedHeader) { try fourth.read(absurd) }
  }

  @Test func whatALaterVersionAddsIsPassedOver() throws {
    let fields: [(String, String)] = [
      ("moon", "full"), ("scenario", "counter"), ("knob", "lock=off"), ("knob", "odd"),
    ]
    var reader = RecordingReader()
    _ = try reader.read(RecordingSample.header(version: 1, fields: fields))
    #expect(
      reader.header?.subject
        == .scenario("counter", knobs: [.init("lock", "off"), .init("odd", "")]))
  }

  @Test func whatTheChannelBringsCanBeWrittenAgain() {
    // Repaired, a text of bytes that are no UTF-8 is three times as long.
    var record = RecordCodec.encode(Event(.note, text: String(repeating: "a", count: 1024)))
    for place in 60..<record.count { record[place] = 0xFF }
    RecordingSample.mend(&record)
    var reader = RecordReader()
    let events = reader.read(record)
    #expect(events.count == 1)
    var again = RecordReader()
    #expect(again.read(events.flatMap { RecordCodec.encode($0) }) == events)
  }

  @Test func aTextInPiecesIsTheText() {
    let text = String(repeating: "进程x", count: 700)
    let pieces = RecordCodec.pieces(of: text)
    #expect(pieces.joined() == text)
    #expect(pieces.allSatisfy { $0.utf8.count <= RecordCodec.longestText && !$0.isEmpty })
  }
}
