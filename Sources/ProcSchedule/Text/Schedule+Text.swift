/// The text of a schedule: `v1.0x7.1.2x2:kq.1-2x3:7f`.
///
/// Version, then stretches of one lane, separated by dots: its path, how often it moves (`x7`), or
/// the line that is typed for it (`=`, percent-coded), and at times a check (`:`, two letters).
/// None of its characters has a meaning to a shell.
enum ScheduleText {
  static let version = "v1"
  /// The longest schedule that is read.
  static let mostMoves = 1_000_000
  /// The deepest place in the tree of processes, and the highest number in it.
  static let deepestLane = 32
  static let highestNumber = 999_999
  /// The longest typed line, in bytes of UTF-8.
  static let longestLine = 4096
  /// The digits of a check: none that could be taken for another.
  static let digits = Array("abcdefghijkmnpqrstuvwxyz23456789".utf8)

  /// Whether a byte of a typed line stands for itself.
  static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

extension Schedule {
  /// One short line that repeats this schedule wherever it is given; ``init(text:)`` reads it.
  public var text: String {
    var text = ScheduleText.version
    var checks = self.checks.filter { (1...max(1, moves.count)).contains($0.place) }[...]
    var place = 0
    while place < moves.count {
      let end = endOfStretch(from: place, before: checks.first?.place)
      text += "." + Self.text(of: moves[place], times: end - place)
      place = end
      while let check = checks.first, check.place <= place {
        if check.place == place { text += ":" + Self.text(of: check) }
        checks.removeFirst()
      }
    }
    return text
  }

  private func endOfStretch(from start: Int, before check: Int?) -> Int {
    var end = start + 1
    guard moves[start].line == nil else { return end }
    while end < moves.count, end != check, moves[end] == moves[start] { end += 1 }
    return end
  }

  private static func text(of move: Move, times: Int) -> String {
    let lane = move.lane.description
    guard let line = move.line else { return times == 1 ? lane : "\(lane)x\(times)" }
    return lane + "=" + coded(line)
  }

  private static func text(of check: ScheduleCheck) -> String {
    let digits = [check.bits >> 5, check.bits & 31].map { ScheduleText.digits[Int($0)] }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func coded(_ line: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in line.utf8 {
      if ScheduleText.isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
