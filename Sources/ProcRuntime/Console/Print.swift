import Glibc
import ProcModel

/// Prints its items on one line (`print`). In a traced run the line becomes an `output` event, with
/// the name of its process; otherwise it goes to standard output at once.
///
/// - Parameters:
///   - items: what to print, each as `String(describing:)` gives it.
///   - separator: what is printed between two items (`sep`).
///   - terminator: what is printed after the last item (`end`).
public func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
  let text = Output.text(items, separator) + terminator
  if Tracer.isOn {
    Output.report(text, stream: 1)
  } else {
    writeText(text, to: STDOUT_FILENO)
  }
}

/// Tells the viewer something that is not output: a `note` event. Untraced, it does nothing.
public func note(_ text: String) { Tracer.emit(.note, text: text) }

/// Output as events.
enum Output {
  /// The items of one line.
  static func text(_ items: [Any], _ separator: String) -> String {
    items.map { String(describing: $0) }.joined(separator: separator)
  }

  /// Does all the work of printing, without printing.
  static func rehearse() { _ = lengthOfPart(Array(text(["a", 1], " ").utf8)[...]) }

  /// Reports a text, cut into as many events as it needs; the line break at its end is implied.
  static func report(_ text: String, stream: Int64) {
    var rest = Array(text.utf8)[...]
    if rest.last == newline { rest.removeLast() }
    repeat {
      let part = rest.prefix(lengthOfPart(rest))
      rest = rest.dropFirst(part.count)
      Gate.pass(.output)
      Tracer.emit(.output, value: stream, text: String(decoding: part, as: UTF8.self))
    } while !rest.isEmpty
  }

  /// How many bytes of a text go into one event: up to the end of a line if there is one, else up
  /// to the end of a character.
  private static func lengthOfPart(_ text: ArraySlice<UInt8>) -> Int {
    let limit = RecordCodec.longestText
    if text.count <= limit { return text.count }
    if let lineEnd = text.prefix(limit).lastIndex(of: newline) {
      return lineEnd - text.startIndex + 1
    }
    // Continuation bytes are 10xxxxxx.
    var length = limit
    while length > limit - 4, text[text.startIndex + length] & 0xC0 == 0x80 { length -= 1 }
    return length
  }

  private static let newline = UInt8(ascii: "\n")
}
