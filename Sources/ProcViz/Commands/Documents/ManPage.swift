import ProcModel

/// What the man page says of options and keys, in the language of man pages (groff_man(7)).
enum ManPage {
  /// The options of all commands: first those that every command has.
  static var options: String {
    let common = CommandFacts.named("")?.options ?? []
    let own = CommandFacts.all.map { command in
      (command.name, command.options.filter { !common.contains($0) })
    }
    return section("Of every command", common)
      + own.filter { !$0.1.isEmpty }.map { section("Of \($0.0)", $0.1) }.joined()
  }

  private static func section(_ title: String, _ options: [OptionFacts]) -> String {
    ".SS \(title)\n" + options.map { entry($0) }.joined()
  }

  private static func entry(_ option: OptionFacts) -> String {
    var head = option.names.map { "\\fB\(escaped($0))\\fP" }.joined(separator: ", ")
    if !option.values.isEmpty {
      head += " " + option.values.map { "\\fB\(escaped($0))\\fP" }.joined(separator: "|")
    } else if let value = option.valueName {
      head += " \\fI\(escaped(value.uppercased()))\\fP"
    }
    return ".TP\n\(head)\n\(escaped(option.help))\n"
  }

  /// The keys of all screens, and those that are the same on all of them.
  static var keys: String {
    let sections = KeyTable.sections(first: .run).map { section in
      ".SS \(escaped(section.title.en))\n"
        + section.entries.map { entry(Key.label($0.named).en, $0.help.en) }.joined()
    }
    return sections.joined() + KeyTable.others.map { entry($0.label.en, $0.help.en) }.joined()
  }

  private static func entry(_ keys: String, _ help: String) -> String {
    ".TP\n.B \(escaped(keys))\n\(sentence(escaped(help)))\n"
  }

  /// With a capital letter and a full stop.
  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// What groff would read as something of its own, and what is no ASCII.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, sign in
      switch sign {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "↑": result += "\\(ua"
      case "↓": result += "\\(da"
      case "←": result += "\\(<-"
      case "→": result += "\\(->"
      case "…": result += "..."
      case "中", "文": result += "\\[u\(String(sign.unicodeScalars.first?.value ?? 0, radix: 16))]"
      default: result.append(sign)
      }
    }
  }
}
