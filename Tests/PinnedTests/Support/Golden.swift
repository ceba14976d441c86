import Foundation
import Testing

/// What the program said when it was pinned, in one file of readable sections.
///
/// With `PROCVIZ_PIN=write` in the environment, the file is written and nothing is compared.
struct Golden {
  private let name: String
  private var sections: [Section] = []

  private struct Section {
    let title: String
    /// What the file holds: the lines themselves, or a short digest of each.
    let kept: [String]
    /// The lines themselves.
    let lines: [String]
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let isWriting = ProcessInfo.processInfo.environment["PROCVIZ_PIN"] == "write"
  private static let mark = "=== "

  init(_ name: String) { self.name = name }

  /// A section that can be read in the file.
  mutating func add(_ title: String, _ lines: [String]) {
    sections.append(Section(title: title, kept: lines, lines: lines))
  }

  /// A section of which the file holds a digest of each line.
  mutating func addDigest(_ title: String, _ lines: [String]) {
    sections.append(Section(title: title, kept: lines.map(Digest.short), lines: lines))
  }

  /// Compares with the file; the first line of each section that differs is told with what is
  /// around it.
  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = Self.folder.appendingPathComponent("Goldens/\(name).txt")
    if Self.isWriting { return try Data(text.utf8).write(to: file) }
    guard let pinned = try? Data(contentsOf: file) else {
      let how = "write it with PROCVIZ_PIN=write (CONTRIBUTING.md)"
      Issue.record("nothing is pinned in \(file.path); \(how)", sourceLocation: sourceLocation)
      return
    }
    let stored = Self.sections(of: Lines.of(Array(pinned)))
    for section in sections where stored[section.title] ?? [] != section.kept {
      let what = try describe(section, stored[section.title] ?? [])
      Issue.record("\(name): \(what)", sourceLocation: sourceLocation)
    }
    let titles = Set(sections.map(\.title))
    #expect(Set(stored.keys) == titles, "\(name)", sourceLocation: sourceLocation)
  }

  private var text: String {
    sections.map { section in
      ([Self.mark + section.title] + section.kept).map { $0 + "\n" }.joined()
    }.joined()
  }

  private static func sections(of lines: [String]) -> [String: [String]] {
    var result: [String: [String]] = [:]
    var title = ""
    for line in lines.dropLast() {
      if line.hasPrefix(mark) {
        title = String(line.dropFirst(mark.count))
        result[title] = []
      } else {
        result[title, default: []].append(line)
      }
    }
    return result
  }

  private func describe(_ section: Section, _ stored: [String]) throws -> String {
    let place = zip(section.kept, stored).prefix { $0 == $1 }.count
    let isReadable = section.kept == section.lines
    let nearby = section.lines[max(0, place - 2)..<min(place, section.lines.count)]
    let now = section.lines.indices.contains(place) ? section.lines[place] : "(nothing more)"
    let pinned =
      !stored.indices.contains(place)
      ? "(nothing more)" : isReadable ? stored[place] : "(another line, digest \(stored[place]))"
    let file = URL(fileURLWithPath: NSTemporaryDirectory())
      .appendingPathComponent("procviz-pin-\(name)-\(section.title).txt")
    try Data(section.lines.joined(separator: "\n").utf8).write(to: file)
    return """
      \(section.title) differs from line \(place + 1) on (\(section.kept.count) lines, pinned \
      \(stored.count)); all of it is in \(file.path)
      \(nearby.map { "         \(Digest.cut($0))" }.joined(separator: "\n"))
        pinned \(Digest.cut(pinned))
        now    \(Digest.cut(now))
      """
  }
}

/// Short names of lines.
enum Digest {
  /// Twenty bits of it (FNV-1a), in hexadecimal digits.
  static func short(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String((hash ^ hash >> 32) & 0xF_FFFF, radix: 16)
    return String(repeating: "0", count: 5 - digits.count) + digits
  }

  static func cut(_ text: String) -> String {
    text.count > 400 ? text.prefix(400) + "…" : text
  }
}

/// Texts line by line.
enum Lines {
  /// The lines of a text; a line break with a carriage return before it belongs to its line.
  static func of(_ bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    var start = 0
    var last: UInt8 = 0
    for (place, byte) in bytes.enumerated() {
      if byte == 0x0A, last != 0x0D {
        lines.append(String(decoding: bytes[start..<place], as: UTF8.self))
        start = place + 1
      }
      last = byte
    }
    return lines + [String(decoding: bytes[start...], as: UTF8.self)]
  }
}
