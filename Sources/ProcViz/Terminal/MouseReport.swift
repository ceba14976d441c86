/// What the mouse did, as xterm and others tell it (xterm's control sequences, *Mouse Tracking*).
enum MouseReport {
  /// Asks for reports of presses, with numbers instead of single bytes where the terminal can.
  static let on = "\u{1B}[?1000h\u{1B}[?1006h"
  /// Ends them.
  static let off = "\u{1B}[?1006l\u{1B}[?1000l"

  /// The old form behind `ESC [ M`: button, column and row, each one byte, from 32 on.
  static func reading(of bytes: ArraySlice<UInt8>) -> KeyDecoder.Reading {
    let report = bytes.prefix(3)
    if let end = report.firstIndex(where: { $0 < 32 }) {
      return .whole(3 + end - report.startIndex, nil)
    }
    guard report.count == 3 else { return .half }
    let numbers = report.map { Int($0) - 32 }
    return .whole(6, message(button: numbers[0], column: numbers[1], row: numbers[2]))
  }

  /// The form with numbers, behind `ESC [ <`: `button;column;rowM`, or `m` for a release.
  static func message(_ text: ArraySlice<UInt8>) -> Message? {
    guard text.last == UInt8(ascii: "M") else { return nil }
    let numbers = text.dropLast().split(
      separator: UInt8(ascii: ";"), omittingEmptySubsequences: false
    )
    .compactMap { UInt16(String(decoding: $0, as: UTF8.self)).map { Int($0) } }
    guard numbers.count == 3 else { return nil }
    return message(button: numbers[0], column: numbers[1], row: numbers[2])
  }

  private static func message(button: Int, column: Int, row: Int) -> Message? {
    guard row > 0, column > 0 else { return nil }
    let place = Point(row: row - 1, column: column - 1)
    // Without the bits of Shift, Alt and Ctrl.
    return switch button & ~0b11100 {
    case 0: .mouse(.press(place))
    case 64: .mouse(.wheelUp(place))
    case 65: .mouse(.wheelDown(place))
    default: nil
    }
  }
}
