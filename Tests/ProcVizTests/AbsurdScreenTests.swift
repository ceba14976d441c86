import ProcModel
import Testing

@testable import ProcViz

/// Any input from the channel can be drawn, at every size and at every moment.
@Suite struct AbsurdScreenTests {
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func anythingIsDrawn(seed: UInt64) {
    var random = SplitMix(state: seed &* 7919)
    var state = Fixtures.run(Script(), finished: false, 120, 36)
    for round in 0..<40 {
      let events = (0..<25).map { Self.event(round * 25 + $0, &random) }
      _ = Update.apply(.events(run: 1, EventBatch(events: events)), to: &state)
      _ = Update.apply(.tick(random.pick([0, 1_000_000_000, 90_000_000_000_000])), to: &state)
      let size = Size(
        columns: random.pick([40, 80, 120, 200]), rows: random.pick([12, 24, 36, 60]))
      _ = Update.apply(.resized(size), to: &state)
      state.press(random.pick(Self.keys), random.pick(Self.keys))
      #expect(ScreenView.frame(of: state).lines.count == size.rows)
    }
  }

  @Test func numbersThatAreTooFarApartToSubtract() {
    for (number, expected) in [(Int64.max, Int64.min), (.max, -1), (.min, .max), (.min, .min)] {
      for flags: Event.Flags in [[], Event.Flags(rawValue: 1)] {
        var script = Script()
        script.beginMain()
        script.add(
          .objectDefine, by: Script.main, object: Script.counter,
          value: ObjectKind.value.rawValue, text: "counter")
        script.add(.expect, by: Script.main, object: Script.counter, value: expected, flags: flags)
        script.add(.valueWrite, by: Script.main, object: Script.counter, value: number)
        script.exit(Script.main)
        #expect(Fixtures.run(script, finished: true, 120, 36).screen.contains("\(number)"))
      }
    }
  }

  private static let keys: [Key] = [
    .left, .left, .right, .home, .end, .up, .down, .character("z"), .character("z"),
    .character("Z"), .character("L"), .character("w"), .character("c"), .character("j"),
    .character(" "), .character("?"), .escape,
  ]

  /// One that no sane program would report: absurd numbers at random in every field.
  private static func event(_ place: Int, _ random: inout SplitMix) -> Event {
    let latest = UInt64(1) << 62 - 1
    let numbers: [Int64] = [0, 1, 2, 3, -1, 100, .max, .min, .max - 1, .min + 1]
    return Event(
      random.pick(EventKind.allCases), pid: random.pick([100, 101, 102, -1, 0]),
      tid: random.pick([0, 0, 0, 7]), number: random.pick([UInt32(place), UInt32(place), .max]),
      time: random.pick([1000, 2000, 1_000_000, UInt64(place) * 1000, latest - 1000, latest]),
      object: ObjectID(rawValue: UInt64(random.pick(Array(0...6)))),
      value: random.pick(numbers), extra: random.pick([0, 1, 2, 3, 100, .max, 1 << 63]),
      flags: Event.Flags(rawValue: random.pick([0, 0, 1, 2, 128, 255])),
      text: random.pick(["", "x", "1", "\u{1B}[2J", "中文", "ok", "a b", "\n\n"]),
      detail: random.pick(["", "", "error: x", "ok", "\u{1B}[2J"]))
  }

  /// Pseudo-random numbers, the same in every run (splitmix64).
  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }

    /// One of `choices`, which has at least one.
    mutating func pick<T>(_ choices: [T]) -> T {
      choices[Int(next() % UInt64(choices.count))]
    }
  }
}
