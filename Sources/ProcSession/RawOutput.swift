import CProcSupport
import Glibc
import ProcModel
import ProcSystem

/// What reached standard output or standard error past the library: the kernel says who wrote each
/// piece, and whole lines of each writer become `output` events.
struct RawOutput: ~Copyable {
  /// The end that is read.
  let socket: Descriptor
  /// `value` of the events: 1 standard output, 2 standard error.
  private let stream: Int64
  /// What each writer has begun to write, and since when.
  private var partial: [Int32: Partial] = [:]
  private var buffer = [UInt8](repeating: 0, count: 16_384)

  private struct Partial {
    var bytes: [UInt8]
    let since: UInt64
  }

  /// The most bytes of one event's text: as much as a record carries.
  private static let longestText = 1024
  /// How long the rest of a line is awaited, in nanoseconds: a prompt has no end of line.
  private static let longestWait: UInt64 = 50_000_000
  /// The most writers with an incomplete line that are kept apart.
  private static let mostWriters = 256
  /// The most bytes that are taken at once, so that events come in between.
  private static let mostBytesAtOnce = 1 << 18

  /// Takes over the receiving end of a stream.
  init(socket: consuming Descriptor, stream: Int64) {
    self.socket = socket
    self.stream = stream
  }

  /// When the next incomplete line is to be shown as it is, or nil.
  var deadline: UInt64? { partial.values.map { $0.since + Self.longestWait }.min() }

  /// Reads what is there.
  ///
  /// - Returns: whether all that was there has been read.
  mutating func read(now: UInt64, _ body: (Event) -> Void) -> Bool {
    var taken = 0
    while taken < Self.mostBytesAtOnce {
      var writer: pid_t = 0
      let length = buffer.withUnsafeMutableBytes { bytes in
        retrying { proc_receive_from_pid(socket.number, bytes.baseAddress, bytes.count, &writer) }
      }
      guard length > 0 else { return true }
      taken += length
      take(buffer[..<length], from: writer, now: now, body)
    }
    return false
  }

  /// Hands out the incomplete lines that are due, or of one writer, or all.
  mutating func flush(_ which: Flush, now: UInt64, _ body: (Event) -> Void) {
    for (writer, part) in partial.sorted(by: { $0.value.since < $1.value.since })
    where which.includes(writer, isDue: part.since + Self.longestWait <= now) {
      partial[writer] = nil
      emit(part.bytes[...], from: writer, now: now, body)
    }
  }

  /// Which incomplete lines are handed out.
  enum Flush {
    case due
    case writer(Int32)
    case all

    fileprivate func includes(_ pid: Int32, isDue: Bool) -> Bool {
      switch self {
      case .due: isDue
      case .writer(let writer): writer == pid
      case .all: true
      }
    }
  }

  /// Takes a piece of one writer's output.
  private mutating func take(
    _ piece: ArraySlice<UInt8>, from writer: Int32, now: UInt64, _ body: (Event) -> Void
  ) {
    let begun = partial.removeValue(forKey: writer)
    let bytes = (begun?.bytes ?? []) + piece
    let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    if end > 0 { emit(bytes[..<end], from: writer, now: now, body) }
    var rest = bytes[end...]
    while rest.count > Self.longestText {
      let cut = Self.cut(rest)
      emit(rest[..<cut], from: writer, now: now, body)
      rest = rest[cut...]
    }
    if rest.isEmpty { return }
    if partial.count >= Self.mostWriters { flush(.all, now: now, body) }
    partial[writer] = Partial(
      bytes: Array(rest), since: end > 0 ? now : begun?.since ?? now)
  }

  /// Hands out some bytes as events of at most ``longestText`` bytes, cut after lines if possible.
  private func emit(
    _ bytes: ArraySlice<UInt8>, from writer: Int32, now: UInt64, _ body: (Event) -> Void
  ) {
    var rest = bytes
    while !rest.isEmpty {
      let cut = rest.count <= Self.longestText ? rest.endIndex : Self.cut(rest)
      // Repaired, a text may have become longer than a record can hold.
      for text in RecordCodec.pieces(of: String(decoding: rest[..<cut], as: UTF8.self)) {
        body(Event(.output, pid: writer, time: now, value: stream, flags: .observed, text: text))
      }
      rest = rest[cut...]
    }
  }

  /// Where to cut bytes that are too long for one event: after the last line that fits, else at a
  /// character's boundary.
  private static func cut(_ bytes: ArraySlice<UInt8>) -> Int {
    let limit = bytes.startIndex + longestText
    if let line = bytes[..<limit].lastIndex(of: UInt8(ascii: "\n")) { return line + 1 }
    var cut = limit
    while cut > limit - 4, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
    return cut
  }
}
