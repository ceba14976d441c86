import Foundation
import Testing

/// What a reader relies on in the sources: a name means one thing, and a function can be read at
/// once.
@Suite struct SourceTests {
  private struct Declaration: Hashable {
    let name: String
    let owner: String
    let place: String
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let files: [(path: String, lines: [Substring])] = {
    let folder = root.appendingPathComponent("Sources")
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }.compactMap
    {
      guard let text = try? String(contentsOf: $0, encoding: .utf8) else { return nil }
      let path = $0.path.replacing(root.path + "/", with: "")
      return (path, text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }()

  /// An `Event` of a trace, and that of `multiprocessing` (decision 1051).
  private static let doubleOnPurpose: Set<String> = ["Event"]

  @Test("a type at the top of a module has a name that no other type has")
  func names() throws {
    #expect(Self.files.count > 500)
    let all = Dictionary(grouping: Self.files.flatMap(Self.declarations), by: \.name)
    for (name, declarations) in all where !Self.doubleOnPurpose.contains(name) {
      let isAtTheTop = declarations.contains { $0.owner.isEmpty }
      #expect(
        declarations.count == 1 || !isAtTheTop,
        "\(name): \(declarations.map(\.place).joined(separator: ", "))")
    }
  }

  /// Tables that are one exhaustive switch with a line or two for each case.
  private static let tables = ["var primitive: PrimitiveEvent", "var statement: Localized"]

  @Test("no function has more than 50 lines")
  func lengths() {
    for (path, lines) in Self.files {
      for (place, line) in lines.enumerated() where Self.beginsBody(line) {
        let end = "\(line.prefix { $0 == " " })}"
        let length = lines[(place + 1)...].prefix { !$0.hasPrefix(end) }.count + 2
        if Self.tables.contains(where: { line.contains($0) }) { continue }
        #expect(length <= 50, "\(path):\(place + 1)")
      }
    }
  }

  private static func beginsBody(_ line: Substring) -> Bool {
    line.hasSuffix("{")
      && line.contains(/^ *([a-z@]+(\([a-z]*\))? )*(func |init[(?<]|var |subscript)/)
  }

  /// The types that a file declares, by its indentation: two spaces for each owner.
  private static func declarations(_ file: (path: String, lines: [Substring])) -> [Declaration] {
    var owners: [(indent: Int, name: String)] = []
    var result: [Declaration] = []
    for (place, line) in file.lines.enumerated() {
      guard let found = line.firstMatch(of: type) else { continue }
      let indent = line.prefix { $0 == " " }.count
      owners.removeAll { $0.indent >= indent }
      let name = String(found.output.2)
      if found.output.1 != "extension" {
        let owner = owners.map(\.name).joined(separator: ".")
        result.append(Declaration(name: name, owner: owner, place: "\(file.path):\(place + 1)"))
      }
      owners.append((indent, name))
    }
    return result
  }

  private nonisolated(unsafe) static let type =
    /^ *(?:[a-z@]+(?:\([a-z]*\))? )*(struct|class|enum|actor|protocol|typealias|extension) ([A-Z][A-Za-z0-9.]*)/
}
