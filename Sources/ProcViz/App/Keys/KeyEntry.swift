import ProcModel

/// A row of the table of keys as it is written down, whatever its keys ask for.
struct KeyEntry: Sendable, Hashable {
  /// The keys that a bar names.
  let inBar: [Key]
  /// The keys that help names.
  let named: [Key]
  /// All keys.
  let keys: [Key]
  let name: Localized
  let help: Localized
  let condition: KeyCondition

  /// What is written down of a row.
  init<Action>(_ row: KeyRow<Action>) {
    inBar = row.inBar.map(\.key)
    named = (row.inBar + row.inHelp).map(\.key)
    keys = row.bindings.map(\.key)
    name = row.name
    help = row.help
    condition = row.condition
  }
}

/// Entries that belong together, under a heading.
struct KeySection: Sendable, Hashable {
  let title: Localized
  let entries: [KeyEntry]
}
