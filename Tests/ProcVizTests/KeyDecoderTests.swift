import Testing

@testable import ProcViz

/// Keys out of the bytes that a terminal sends.
@Suite struct KeyDecoderTests {
  /// A terminal that knows a few keys, in ASCII.
  private func decoder() -> KeyDecoder {
    var sequences = KeySequences()
    sequences.add(.up, sending: Array("\u{1B}OA".utf8))
    sequences.add(nil, sending: Array("\u{1B}[15~".utf8))
    return KeyDecoder(sequences: sequences) { bytes in
      .whole(1, bytes.first.map { .key(.character(Character(UnicodeScalar($0)))) })
    }
  }

  /// Everything that is read of these bytes, which come at once; then nothing comes any more.
  private func keys(_ bytes: [UInt8]) -> [String] {
    var decoder = decoder()
    decoder.take(bytes, now: 0)
    var found: [String] = []
    for time: UInt64 in [0, 10_000_000_000] {
      while let message = decoder.next(now: time) { found.append("\(message)") }
    }
    #expect(decoder.needsMore)
    #expect(decoder.waitTime(now: 0) == nil)
    return found
  }

  private func keys(_ text: String) -> [String] { keys(Array(text.utf8)) }
  private func expect(_ text: String, is messages: [Message]) {
    #expect(keys(text) == messages.map { "\($0)" }, "\(text.debugDescription)")
  }

  @Test func knownAndUnknownSequences() {
    expect("\u{1B}OAx", is: [.key(.up), .key(.character("x"))])
    expect("\u{1B}[A\u{1B}[1;2C", is: [.key(.up), .key(.shiftRight)])
    expect("\u{1B}[15~x\u{1B}[99;9~y", is: [.key(.character("x")), .key(.character("y"))])
    expect("\u{1B}[[Ax", is: [.key(.character("x"))])
    expect("\u{1B}OMx", is: [.key(.enter), .key(.character("x"))])
    expect("\u{1B}x", is: [.key(.escape), .key(.character("x"))])
    expect("\u{1B}\u{1B}[B", is: [.key(.escape), .key(.down)])
  }

  @Test func controlKeys() {
    expect(
      "\r\n\u{8}\u{7F}\u{3}\u{1}",
      is: [.key(.enter), .key(.enter), .key(.backspace), .key(.backspace), .signal(.interrupt)])
    expect("\u{1B}[<0;\u{3}", is: [.signal(.interrupt)])
    expect("\u{1B}[M \u{3}", is: [.signal(.interrupt)])
  }

  @Test func bothFormsOfTheMouse() {
    let place = Point(row: 4, column: 9)
    expect("\u{1B}[<0;10;5M\u{1B}[<0;10;5m", is: [.mouse(.press(place))])
    expect(
      "\u{1B}[<64;10;5M\u{1B}[<65;10;5M", is: [.mouse(.wheelUp(place)), .mouse(.wheelDown(place))])
    expect("\u{1B}[M *%\u{1B}[M#*%", is: [.mouse(.press(place))])
    expect("\u{1B}[M`*%", is: [.mouse(.wheelUp(place))])
    // With Ctrl held; moved; out of the screen; out of all reason.
    expect("\u{1B}[<16;10;5M", is: [.mouse(.press(place))])
    for report in ["32;10;5", "0;0;5", "0;-3;5", "0;99999999999;5", ";;", "0;1", "1;1;1;1"] {
      expect("\u{1B}[<\(report)M", is: [])
    }
  }

  @Test func halvesWaitForTheirRestAndAreDropped() {
    var decoder = decoder()
    decoder.take([27], now: 1000)
    #expect(decoder.next(now: 1000) == nil)
    let time = decoder.waitTime(now: 1000) ?? 0
    #expect(time > 0)
    decoder.take(Array("[<0;1".utf8), now: 2000)
    #expect(decoder.next(now: 1000 + time) == nil)
    decoder.take(Array("0;5M".utf8), now: 3000)
    #expect(
      decoder.next(now: 3000).map { "\($0)" }
        == "mouse(ProcViz.MouseAction.press(ProcViz.Point(row: 4, column: 9)))")
    for half in ["\u{1B}[<", "\u{1B}[M", "\u{1B}[", "\u{1B}O", "\u{1B}[1"] { expect(half, is: []) }
    expect("\u{1B}", is: [.key(.escape)])
  }

  /// Whatever comes, all of it is read, and nothing is read twice.
  @Test func anyBytes() {
    var random = SystemRandomNumberGenerator()
    let likely: [UInt8] = [27, 27, 91, 60, 77, 79, 59, 48, 32, 255, 0, 3, 13]
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0..<20, using: &random)).map { _ in
        Bool.random() ? likely.randomElement() ?? 0 : UInt8.random(in: 0...255, using: &random)
      }
      #expect(keys(bytes).count <= bytes.count, "\(bytes)")
    }
    #expect(keys([UInt8](repeating: 59, count: 3)).count == 3)
    #expect(keys(Array("\u{1B}[".utf8) + [UInt8](repeating: 59, count: 100)).isEmpty)
  }
}
