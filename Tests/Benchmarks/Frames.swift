/// What drawing a screen of 200×60 costs, however many events there are.
enum Frames {
  private static let lanes = 64
  private static let count = 600
  private static let sizes = [
    (1_000, "1 k"), (100_000, "100 k"), (1_000_000, "1 M"), (10_000_000, "10 M"),
  ]

  static func run() throws -> [Figure] {
    var figures: [Figure] = []
    var least: Samples?
    for (events, name) in sizes {
      let drawn = try DrawnRun(frames: count) { write in
        withoutActuallyEscaping(write) { LaneTrace.write(events: events, lanes: lanes, to: $0) }
      }
      let frames = Samples(drawn.frames)
      let first = least ?? frames
      least = first
      figures += drawing(drawn, name)
      if events == sizes.last?.0 { figures += [growth(first, frames, name)] + keeping(drawn, name) }
    }
    return figures
  }

  /// How much longer a frame takes over the most events than over the fewest.
  private static func growth(_ few: Samples, _ many: Samples, _ name: String) -> Figure {
    func slow(_ samples: Samples) -> Double { Measuring.percentile(0.99, of: samples.values) }
    let ratio = many.median / few.median
    return Figure(
      what:
        "frame over \(name) events, as a multiple of that over \(sizes[0].1): median; 99 of 100",
      measured: "\(Measuring.text(ratio, decimals: 2)); "
        + Measuring.text(slow(many) / slow(few), decimals: 2),
      wanted: "≤ 1.3", isReached: ratio <= 1.3)
  }

  private static func drawing(_ drawn: DrawnRun, _ name: String) -> [Figure] {
    let slow = Measuring.percentile(0.99, of: drawn.frames)
    let move = Measuring.percentile(0.99, of: drawn.moves)
    return [
      Figure(
        what: "frame of 200×60, \(lanes) lanes, \(name) events, 99 of 100; median (least … most)",
        measured: "\(Measuring.text(slow, decimals: 2)) ms; "
          + Samples(drawn.frames).text(decimals: 2, unit: " ms"),
        wanted: "< 4 ms", isReached: slow < 4),
      Figure(
        what: "a step back or forth in time before it, 99 of 100; median (least … most)",
        measured: "\(Measuring.text(move, decimals: 2)) ms; "
          + Samples(drawn.moves).text(decimals: 2, unit: " ms")),
    ]
  }

  private static func keeping(_ drawn: DrawnRun, _ name: String) -> [Figure] {
    let megabytes = Double(drawn.memory) / 1e6
    let highest = Double(drawn.highest) / 1e6
    let each = Double(drawn.memory) / Double(drawn.events)
    let rate = Double(drawn.events) / drawn.seconds
    return [
      Figure(
        what: "bytes of memory an event, \(lanes) lanes, \(name) events",
        measured: Measuring.text(each), wanted: "≤ 32", isReached: each <= 32),
      Figure(
        what: "memory of the whole program with \(name) events; the most that it ever had",
        measured: "+\(Measuring.text(megabytes, decimals: 0)) MB; "
          + "\(Measuring.text(highest, decimals: 0)) MB",
        wanted: "≤ 400 MB", isReached: highest <= 400),
      Figure(
        what: "events read, checked, decoded and reduced a second on the way, \(name) events",
        measured: Measuring.text(rate, decimals: 0)),
    ]
  }
}
