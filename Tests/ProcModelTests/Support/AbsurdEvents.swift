import ProcModel

/// Events that no sane program would report: few pids, few objects, every kind, every field at
/// random, absurd numbers among them.
enum AbsurdEvents {
  static func make(_ count: Int, random: inout SplitMix) -> [Event] {
    (0..<count).map { place in event(place, &random) }
  }

  private static func event(_ place: Int, _ random: inout SplitMix) -> Event {
    let numbers: [Int64] = [0, 1, 2, 3, -1, -9, 100, 101, .max, .min, Int64(Int32.max) + 1]
    let serials: [UInt64] = [0, 1, 2, 3, 4, 100, 101, .max, 1 << 63]
    let texts = ["", "x", "1", "\u{1B}[2J", "中文", "ok"]
    let isOrderly = Bool.random(using: &random)
    return Event(
      EventKind.allCases.randomElement(using: &random) ?? .note,
      pid: Int32.random(in: 100...104, using: &random),
      tid: Int32.random(in: 0...4, using: &random) == 0 ? 7 : 0,
      number: isOrderly ? UInt32(place) : UInt32.random(in: 0...UInt32.max, using: &random),
      time: isOrderly ? UInt64(place) * 10 : UInt64.random(in: 0...UInt64.max, using: &random),
      object: ObjectID(rawValue: UInt64.random(in: 0...12, using: &random)),
      value: numbers.randomElement(using: &random) ?? 0,
      extra: serials.randomElement(using: &random) ?? 0,
      flags: Event.Flags(rawValue: [0, 1, 128, 255].randomElement(using: &random) ?? 0),
      text: texts.randomElement(using: &random) ?? "",
      detail: texts.randomElement(using: &random) ?? "")
  }
}
