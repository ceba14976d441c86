import ProcModel
import ProcSchedule
import Testing

@Suite struct ScheduleTextTests {
  private static let paths = ["0", "1", "2", "1-2", "1-12-3"].map { text in
    text == "0" ? LanePath.main : LanePath(text.split(separator: "-").compactMap { Int($0) })
  }

  private func move(_ lane: [Int], _ line: String? = nil) -> Move {
    Move(LanePath(lane), line: line)
  }

  @Test func aScheduleIsOneShortLine() {
    let moves =
      Array(repeating: move([]), count: 7) + [move([1]), move([2]), move([2])]
      + Array(repeating: move([1, 2]), count: 3)
    #expect(Schedule(moves).text == "v1.0x7.1.2x2.1-2x3")
    #expect(Schedule().text == "v1")
    #expect(Schedule([move([], "ja, 好.")]).text == "v1.0=ja%2C%20%E5%A5%BD%2E")
    #expect(Schedule([move([], ""), move([])]).text == "v1.0=.0")
    let checks = [ScheduleCheck(place: 2, bits: 0), ScheduleCheck(place: 10, bits: 1023)]
    #expect(Schedule(moves, checks: checks).text == "v1.0x2:aa.0x5.1.2x2:99.1-2x3")
  }

  @Test func whatWasWrittenIsRead() throws {
    var numbers = SplitMix64(seed: 1)
    for _ in 0..<2000 {
      let schedule = Self.random(&numbers)
      let text = schedule.text
      #expect(try Schedule(text: text) == schedule, "\(text)")
      #expect(text.utf8.allSatisfy { isHarmless($0) }, "\(text)")
    }
  }

  private static func random(_ numbers: inout SplitMix64) -> Schedule {
    var moves: [Move] = []
    var checks: [ScheduleCheck] = []
    let signs = Array("ab9-_ .:=x%好\n\"'$é👩‍👩‍👧")
    for _ in 0..<numbers.below(12) {
      let lane = paths[numbers.below(paths.count)]
      if numbers.below(4) == 0 {
        let line = (0..<numbers.below(8)).map { _ in signs[numbers.below(signs.count)] }
        moves.append(Move(lane, line: String(line)))
      } else {
        moves += Array(repeating: Move(lane), count: 1 + numbers.below(20))
      }
      if numbers.below(3) == 0 {
        checks.append(ScheduleCheck(place: moves.count, bits: UInt16(numbers.below(1024))))
      }
    }
    return Schedule(moves, checks: checks)
  }

  private func isHarmless(_ byte: UInt8) -> Bool {
    let character = Character(UnicodeScalar(byte))
    return character.isASCII
      && (character.isLetter || character.isNumber || ".-_,:%=".contains(character))
  }

  @Test(arguments: [
    ("", 1, ScheduleError.Problem.version), ("v2.0", 2, .version), ("v12.0", 3, .version),
    ("schedule", 1, .version), ("v1.", 4, .lane), ("v1.0.", 6, .lane), ("v1.00", 5, .lane),
    ("v1.1-0", 6, .lane), ("v1.-1", 4, .lane), ("v1.好", 4, .lane), ("v1.0 ", 5, .separator),
    ("v1.0x", 6, .count), ("v1.0x0", 6, .count), ("v1.0x-1", 6, .count),
    ("v1.0x1000001", 13, .tooManyMoves), ("v1.0x1000000.1", 15, .tooManyMoves),
    ("v1.0x99999999999999999999999", 13, .tooManyMoves), ("v1.0=%2", 8, .line),
    ("v1.0=a b", 7, .line), ("v1.0=%FF", 9, .notText), ("v1.0:a", 7, .check),
    ("v1.0:lo", 6, .check), ("v1.0x2x3", 7, .separator), ("v1.0=ax3=b", 9, .line),
    ("v1.1000000", 11, .laneTooFar), ("v1.99999999999999999999", 11, .laneTooFar),
  ])
  func whatCannotBeReadIsSaid(text: String, position: Int, problem: ScheduleError.Problem) {
    let error = #expect(throws: ScheduleError.self) { try Schedule(text: text) }
    #expect(error?.position == position && error?.problem == problem)
    #expect(error?.text.en.contains("character \(position)") == true)
    #expect(error?.text.zh.contains("第 \(position) 个字符") == true)
  }

  @Test func absurdTextsAreRefused() {
    let deep = "v1." + Array(repeating: "1", count: 33).joined(separator: "-")
    #expect(throws: ScheduleError.self) { try Schedule(text: deep) }
    let long = "v1.0=" + String(repeating: "a", count: 5000)
    #expect(throws: ScheduleError.self) { try Schedule(text: long) }
    let many = "v1" + String(repeating: ".0x1000000", count: 2)
    #expect(throws: ScheduleError.self) { try Schedule(text: many) }
  }

  @Test func anyBytesAreReadOrRefused() {
    var numbers = SplitMix64(seed: 2)
    let signs = Array("v1..00x:=%aF9-\n好")
    for _ in 0..<20_000 {
      var text = numbers.below(2) == 0 ? "v1" : ""
      for _ in 0..<numbers.below(14) { text.append(signs[numbers.below(signs.count)]) }
      guard let schedule = try? Schedule(text: text) else { continue }
      #expect((try? Schedule(text: schedule.text)) == schedule, "\(text)")
    }
  }
}
