import ArgumentParser

/// A command as it declares itself: the declarations are the one source of its options, and what
/// completes a command line or documents it asks here. ArgumentParser gives them away as help only,
/// so that is what is read: an option is one line of it where lines may be long enough.
struct CommandFacts: Sendable, Hashable {
  /// How it is called: `run`; empty for `procviz` itself.
  let name: String
  /// Its options, in the order of their declarations.
  let options: [OptionFacts]
  /// Whether a word of its own can be a file.
  let takesFile: Bool

  /// The commands that are shown, `procviz` itself first.
  static let all: [CommandFacts] =
    [CommandFacts(ProcVizCommand.self, name: "")]
    + ProcVizCommand.configuration.subcommands.filter { $0.configuration.shouldDisplay }.map {
      CommandFacts($0, name: $0.configuration.commandName ?? "")
    }

  /// The command of this name, if there is one.
  static func named(_ name: String) -> CommandFacts? { all.first { $0.name == name } }

  private init(_ command: any ParsableCommand.Type, name: String) {
    let lines = ProcVizCommand.helpMessage(for: command, columns: 10_000).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    self.name = name
    options = OptionFacts.all(in: Self.section("OPTIONS:", of: lines))
    takesFile = Self.section("ARGUMENTS:", of: lines).contains {
      $0.hasPrefix("  <file>") || $0.hasPrefix("  <a>")
    }
  }

  /// The lines between a heading and the next blank line.
  private static func section(_ heading: String, of lines: [String]) -> [String] {
    guard let start = lines.firstIndex(of: heading) else { return [] }
    return Array(lines[(start + 1)...].prefix { !$0.isEmpty })
  }

  /// The option of this name, if it has one.
  func option(_ name: String) -> OptionFacts? { options.first { $0.names.contains(name) } }
}

/// An option of a command.
struct OptionFacts: Sendable, Hashable {
  /// How it is written: `-o`, `--output`.
  let names: [String]
  /// What its value is called, without the brackets; nil for a flag.
  let valueName: String?
  /// The values that it can have, where they can be listed.
  let values: [String]
  /// What it does.
  let help: String

  /// Reads the lines under *OPTIONS*: two blanks, the names and the value, blanks, the help, which
  /// stands in the next line where the names are long.
  fileprivate static func all(in lines: [String]) -> [OptionFacts] {
    var entries: [(head: String, help: String)] = []
    for line in lines {
      let text = line.drop { $0 == " " }
      if line.hasPrefix("  -") {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        // The names end where two blanks follow each other.
        let end = parts.firstIndex(of: "") ?? parts.endIndex
        entries.append(
          (
            parts[..<end].joined(separator: " "),
            parts[end...].filter { $0 != "" }.joined(separator: " ")
          ))
      } else if !entries.isEmpty {
        entries[entries.count - 1].help += text
      }
    }
    return entries.map { OptionFacts(head: $0.head, help: $0.help) }
  }

  private init(head: String, help: String) {
    let words = head.split(separator: " ").map { $0.last == "," ? $0.dropLast() : $0 }
    names = words.filter { $0.hasPrefix("-") }.map(String.init)
    valueName = words.first { $0.hasPrefix("<") }.map { String($0.dropFirst().dropLast()) }
    let parts = help.split(separator: "(values: ", omittingEmptySubsequences: false)
    if parts.count == 2, let list = parts.last, let close = list.firstIndex(of: ")") {
      values = list[..<close].split(separator: ", ").map(String.init)
      self.help = String(parts[0].last == " " ? parts[0].dropLast() : parts[0])
    } else {
      values = []
      self.help = help
    }
  }

  /// The name to complete with: the long one.
  var longName: String { names.last ?? "" }
}
