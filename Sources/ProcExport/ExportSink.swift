import ProcModel

/// Takes what an export writes, piece by piece, so that no run is too large to be written.
public protocol ExportSink {
  /// Takes the next piece, UTF-8.
  ///
  /// - Throws: if it can take no more (a full disk, a closed pipe); the export ends there.
  mutating func write(_ bytes: [UInt8]) throws
}

extension ExportSink {
  /// Takes lines for people.
  mutating func write(_ text: SafeOutput) throws { try write(text.bytes) }

  /// Takes markup or a table's row, whose texts were made safe when they were put into it.
  mutating func write(markup text: String) throws { try write(Array(text.utf8)) }
}

/// Keeps everything in memory: for small exports, and for tests.
public struct MemorySink: ExportSink, Sendable {
  /// What was written so far, UTF-8.
  public private(set) var bytes: [UInt8] = []

  /// An empty one.
  public init() {}

  /// Takes the next piece.
  public mutating func write(_ piece: [UInt8]) { bytes += piece }

  /// What was written so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
