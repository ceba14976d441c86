import ProcModel

/// The table of keys in a README: those of the menu and the run screen; help names the others.
enum ReadmeKeys {
  /// The table in Markdown.
  static func table(_ language: Language) -> String {
    let head = Localized(zh: "| 键 | 作用 |\n|---|---|\n", en: "| key | does |\n|---|---|\n")
    let sections = KeyTable.sections(of: .run) + KeyTable.sections(of: .menu)
    return head[language] + sections.map { rows(of: $0, language) }.joined()
      + KeyTable.common.rows.map { row(KeyEntry($0), language) }.joined()
      + KeyTable.others.map { row($0.label[language], $0.help[language]) }.joined()
  }

  private static func rows(of section: KeySection, _ language: Language) -> String {
    "| | **\(section.title[language])** |\n"
      + section.entries.map { row($0, language) }.joined()
  }

  private static func row(_ entry: KeyEntry, _ language: Language) -> String {
    let keys = entry.named.count > 8 ? [Key.label(entry.named)] : entry.named.map(\.label)
    return row(keys.map { "`\($0[language])`" }.joined(separator: " "), entry.help[language])
  }

  private static func row(_ keys: String, _ help: String) -> String { "| \(keys) | \(help) |\n" }
}
