import ProcModel
import Testing

/// Whatever the bytes are, the reader goes on to their end, keeps little, and finds every record that
/// is whole. The seeds are fixed: a failure can be repeated.
@Suite struct RecordingFuzzTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func recordsThatWereNotTouchedAreFound(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let sample = RecordingSample(events: 30, seed: seed)
    for _ in 0..<25 {
      var bytes = sample.bytes
      let damage = Damage(of: &bytes, behind: sample.headerLength, random: &random)
      var reader = RecordingReader()
      var found: [RecordingReader.Item] = []
      try feed(bytes, to: &reader, random: &random) { found.append($0) }
      _ = try reader.finish { found.append($0) }
      let untouched = zip(sample.items, sample.ends).enumerated().filter { index, item in
        let start = index == 0 ? sample.headerLength : sample.ends[index - 1]
        return item.1 <= damage.place || start >= damage.end
      }
      var rest = found[...]
      for (_, item) in untouched.map({ ($0.offset, $0.element.0) }) {
        guard let place = rest.firstIndex(of: item) else {
          Issue.record("seed \(seed): \(item) was not found behind \(damage)")
          return
        }
        rest = rest[(place + 1)...]
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func bytesAtRandomAreSurvived(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for round in 0..<40 {
      let count = Int.random(in: 0...9000, using: &random)
      var bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      // Some that begin as a recording does, and some of whose records do.
      if round % 2 == 0 { bytes = RecordingSample.header(version: 1, fields: []) + bytes }
      for _ in 0..<(round % 5) where bytes.count > 100 {
        let place = Int.random(in: 0..<(bytes.count - 60), using: &random)
        bytes.replaceSubrange(place..<(place + 4), with: [0x50, 0x56, 0x5A, 0x31])
        bytes[place + 5] &= 0x0F
      }
      var reader = RecordingReader()
      var run = Run()
      do throws(RecordingFault) {
        try feed(bytes, to: &reader, random: &random) { run.append($0) }
        _ = try reader.finish { run.append($0) }
      } catch {
        #expect(!error.text.en.isEmpty && !error.text.zh.isEmpty)
      }
      #expect(reader.pendingCount <= RecordingHeaderCodec.longestHeader)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func absurdNotesAreSurvived(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var encoder = RecordingEncoder(RecordingSample(events: 0).header)
    var run = Run()
    for event in AbsurdEvents.make(200, random: &random) {
      encoder.append(event)
      if Int.random(in: 0..<20, using: &random) == 0 {
        encoder.conclude(spinning: [-1, 0, 3, .max, .min])
      }
    }
    var reader = RecordingReader()
    for item in try reader.read(encoder.bytes) { run.append(item) }
    #expect(run.findings.allSatisfy { !$0.text.en.isEmpty })
  }

  /// Hands bytes to the reader in pieces of random size.
  private func feed(
    _ bytes: [UInt8], to reader: inout RecordingReader, random: inout SplitMix,
    _ body: (RecordingReader.Item) -> Void
  ) throws(RecordingFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = Array(rest.prefix(Int.random(in: 1...3000, using: &random)))
      rest = rest.dropFirst(piece.count)
      for item in try reader.read(piece) { body(item) }
      #expect(reader.pendingCount <= RecordingHeaderCodec.longestHeader)
    }
  }
}

/// What was done to the bytes of a recording, and where, in the bytes as they were.
private struct Damage {
  let place: Int
  let end: Int

  init(of bytes: inout [UInt8], behind start: Int, random: inout SplitMix) {
    place = Int.random(in: start..<bytes.count, using: &random)
    let length = min(Int.random(in: 1...200, using: &random), bytes.count - place)
    end = place + length
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      for index in place..<end { bytes[index] = UInt8.random(in: 0...255, using: &random) }
    case 1: bytes.removeSubrange(place..<end)
    case 2:
      let foreign = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      bytes.insert(contentsOf: foreign, at: place)
    default: for index in place..<end { bytes[index] = 0 }
    }
  }
}
