import Testing

@testable import ProcRuntime

/// Bytes that are no value must throw, whatever they are.
@Suite struct PickleCorruptionTests {
  @Test func everyTruncationThrows() throws {
    let bytes = try pickle(Sample.rich)
    for length in 0..<bytes.count {
      #expect(throws: DecodingError.self) {
        try unpickle(Sample.self, from: Array(bytes[..<length]))
      }
    }
  }

  @Test func mutationsThrowOrGiveAValue() throws {
    let original = try pickle(Sample.rich)
    var random = SplitMix(state: 2024)
    for _ in 0..<20_000 {
      var bytes = original
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      // What it gives does not matter; that it comes back, and with something of sane size, does.
      guard let value = try? unpickle(Sample.self, from: bytes) else { continue }
      #expect(value.numbers.count <= original.count)
    }
  }

  @Test func randomBytesThrowOrGiveAValue() {
    var random = SplitMix(state: 7)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0..<60, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...20, using: &random) }
      _ = try? unpickle(Sample.self, from: bytes)
      _ = try? unpickle([[String: Shape]].self, from: bytes)
      _ = try? unpickle([Int].self, from: bytes)
      _ = try? unpickle(Chain.self, from: bytes)
    }
  }

  @Test func announcedLengthsAreNotBelieved() {
    let huge: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]
    for tag in PickleFormat.Tag.string.rawValue...PickleFormat.Tag.record.rawValue {
      #expect(throws: DecodingError.self) { try unpickle([Int].self, from: [tag] + huge) }
      #expect(throws: DecodingError.self) { try unpickle(String.self, from: [tag] + huge) }
    }
  }

  @Test func deepNestingThrowsBeforeTheStackEnds() {
    // Lists within lists, each announcing the rest as its content.
    var bytes: [UInt8] = []
    let depth = 20_000
    for level in 0..<depth {
      let rest = UInt32((depth - level - 1) * PickleFormat.headerSize)
      bytes.append(PickleFormat.Tag.list.rawValue)
      withUnsafeBytes(of: rest.littleEndian) { bytes.append(contentsOf: $0) }
    }
    #expect(throws: DecodingError.self) { try unpickle(Deep.self, from: bytes) }
  }
}

/// A list that holds lists that hold lists.
private struct Deep: Decodable {
  let inner: [Deep]

  init(from decoder: any Decoder) throws {
    inner = try decoder.singleValueContainer().decode([Deep].self)
  }
}
