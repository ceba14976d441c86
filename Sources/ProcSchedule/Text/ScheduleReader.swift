extension Schedule {
  /// Reads what ``text`` wrote.
  ///
  /// - Throws: `ScheduleError`, which says at which character, and what is allowed there.
  public init(text: String) throws(ScheduleError) {
    var reader = ScheduleReader(text)
    self = try reader.schedule()
  }
}

/// Reads the text of a schedule from left to right, byte by byte: only ASCII is allowed, so up to
/// the first error, bytes are characters.
private struct ScheduleReader {
  private let bytes: [UInt8]
  private var position = 0
  private var moves: [Move] = []
  private var checks: [ScheduleCheck] = []

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func schedule() throws(ScheduleError) -> Schedule {
    for byte in ScheduleText.version.utf8 {
      guard take(byte) else { throw error(.version) }
    }
    guard position == bytes.count || bytes[position] == UInt8(ascii: ".") else {
      throw error(.version)
    }
    while position < bytes.count { try stretch() }
    return Schedule(moves, checks: checks)
  }

  private mutating func stretch() throws(ScheduleError) {
    guard take(UInt8(ascii: ".")) else { throw error(.separator) }
    let lane = try lane()
    if take(UInt8(ascii: "=")) {
      try append(Move(lane, line: try line()), times: 1)
    } else {
      try append(Move(lane), times: take(UInt8(ascii: "x")) ? try count() : 1)
    }
    if take(UInt8(ascii: ":")) { try check() }
  }

  private mutating func append(_ move: Move, times: Int) throws(ScheduleError) {
    guard moves.count + times <= ScheduleText.mostMoves else { throw error(.tooManyMoves) }
    moves.append(contentsOf: repeatElement(move, count: times))
  }

  private mutating func lane() throws(ScheduleError) -> LanePath {
    if take(UInt8(ascii: "0")) {
      guard digit == nil else { throw error(.lane) }
      return .main
    }
    var numbers: [Int] = []
    repeat {
      guard let number = number(atMost: ScheduleText.highestNumber) else { throw error(.lane) }
      guard number <= ScheduleText.highestNumber, numbers.count < ScheduleText.deepestLane else {
        throw error(.laneTooFar)
      }
      numbers.append(number)
    } while take(UInt8(ascii: "-"))
    return LanePath(numbers)
  }

  private mutating func count() throws(ScheduleError) -> Int {
    guard let count = number(atMost: ScheduleText.mostMoves) else { throw error(.count) }
    guard count <= ScheduleText.mostMoves else { throw error(.tooManyMoves) }
    return count
  }

  private mutating func line() throws(ScheduleError) -> String {
    var line: [UInt8] = []
    while position < bytes.count, !isEndOfLine(bytes[position]) {
      if take(UInt8(ascii: "%")) {
        guard let high = hexadecimal(), let low = hexadecimal() else { throw error(.line) }
        line.append(high << 4 | low)
      } else {
        guard ScheduleText.isPlain(bytes[position]) else { throw error(.line) }
        line.append(bytes[position])
        position += 1
      }
      guard line.count <= ScheduleText.longestLine else { throw error(.lineTooLong) }
    }
    guard let text = String(validating: line, as: UTF8.self) else { throw error(.notText) }
    return text
  }

  private mutating func check() throws(ScheduleError) {
    var bits = 0
    for _ in 0..<2 {
      guard position < bytes.count, let digit = ScheduleText.digits.firstIndex(of: bytes[position])
      else { throw error(.check) }
      bits = bits << 5 | digit
      position += 1
    }
    checks.append(ScheduleCheck(place: moves.count, bits: UInt16(bits)))
  }
}

extension ScheduleReader {
  /// Goes past `byte`, if it is the next.
  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// The value of the next byte, if it is a decimal digit.
  private var digit: Int? {
    guard position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    else { return nil }
    return Int(bytes[position] - UInt8(ascii: "0"))
  }

  /// A number from 1 on without leading zeros; if it is too high, some other number that is also
  /// too high.
  private mutating func number(atMost most: Int) -> Int? {
    guard var value = digit, value > 0 else { return nil }
    position += 1
    while let next = digit, value <= most {
      value = value * 10 + next
      position += 1
    }
    return value
  }

  private mutating func hexadecimal() -> UInt8? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    guard let value = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
    position += 1
    return UInt8(value)
  }

  private func isEndOfLine(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
  }

  private func error(_ problem: ScheduleError.Problem) -> ScheduleError {
    ScheduleError(position: position + 1, problem: problem)
  }
}
