import ProcModel
import Testing

/// An event of a kind that only a newer speaker knows comes through the channel, and every output
/// tells it by its number.
@Suite struct UnknownKindWireTests {
  private func event(code: UInt8) -> Event {
    Event(
      code: code, pid: 100, tid: 0, number: 0, time: 5, object: ObjectID(rawValue: 77), value: -3,
      extra: 9, flags: .init(rawValue: 4), text: "t", detail: "d")
  }

  @Test func itComesThroughTheChannel() {
    let codes = (1...254).map { UInt8($0) }
    var reader = RecordReader()
    let got = reader.read(codes.flatMap { RecordCodec.encode(event(code: $0)) })
    #expect(got.map(\.code) == codes)
    #expect(reader.malformedCount == 0)
  }

  /// 0 is no kind, and 255 is that of the notes of recordings.
  @Test(arguments: [0, 255])
  func whatCanBeNoKindIsMalformed(code: UInt8) {
    var reader = RecordReader()
    #expect(reader.read(RecordCodec.encode(event(code: code))) == [])
    #expect(reader.malformedCount == 1)
  }

  @Test func itsFieldsAreToldAsTheyCame() {
    var run = Run()
    run.append(event(code: 200))
    let line = EventJSON.line(run.trace[0], seq: 0, world: run.world)
    #expect(
      line.hasSuffix(
        #""event":"unknown.200","object_id":77,"value":-3,"extra":9,"flags":4,"text":"t","#
          + #""detail":"d"}"#), "\(line)")
    #expect(run.world.unknownCount == 1)
    #expect(SummaryJSON(.program(["x"]), knobs: []).line(run).contains(#""unknown":1"#))
    let text = EventText.line(run.trace[0], before: World(), language: .en)
    #expect(text.hasSuffix("pid 100 reports an event of unknown kind 200: t"), "\(text)")
  }

  @Test func aLaneThatIsAboutToDoItIsHeld() {
    var run = Run("M: start(P1)")
    let main = run.trace[0].pid
    run.append(Event(.gateWait, pid: main, time: run.world.now + 1, value: 200))
    guard case .held(let pending) = run.world.lanes[0].activity else {
      Issue.record("not held")
      return
    }
    #expect(pending.name == "unknown.200")
  }

  @Test func aRecordingKeepsIt() throws {
    var encoder = RecordingEncoder(RecordingHeader(program: "1", subject: .program(["x"])))
    encoder.append(event(code: 200))
    encoder.close(RecordingClosing(.byItself))
    var reader = RecordingReader()
    var items: [RecordingReader.Item] = []
    try encoder.bytes.withUnsafeBytes { try reader.read($0) { items.append($0) } }
    guard case .event(let kept)? = items.first else {
      Issue.record("no event")
      return
    }
    #expect(kept == event(code: 200))
    #expect(reader.malformedCount == 0)
  }
}
