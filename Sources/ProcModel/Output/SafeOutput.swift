/// What may go to a terminal, or into a file for people: the only thing that standard output,
/// standard error and the text exports take.
///
/// Much of what is told came from outside: from processes, recordings, command lines. Whoever makes
/// a `SafeOutput` says what its bytes are, and what could control a terminal is taken out or escaped
/// here, however the text was put together. So a new output cannot forget it.
public struct SafeOutput: Sendable, Hashable {
  /// The bytes, UTF-8 but for a stream.
  public private(set) var bytes: [UInt8]

  /// Nothing.
  public static let nothing = SafeOutput(bytes: [])

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// A line of text, without its end, which is added. What controls a terminal is taken out.
  public init(line: String) {
    bytes = Array(Sanitizer.line(line).utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Lines of text, each without its end.
  public init(lines: some Sequence<String>) {
    bytes = lines.flatMap { SafeOutput(line: $0).bytes }
  }

  /// JSON, in which such characters are escaped already.
  public init(json: JSONWriter) { bytes = json.bytes }

  /// The bytes of a recording, which nobody may send to a terminal.
  public init(stream bytes: [UInt8]) { self.bytes = bytes }

  /// One after the other.
  public static func + (first: SafeOutput, second: SafeOutput) -> SafeOutput {
    SafeOutput(bytes: first.bytes + second.bytes)
  }
}
