import ProcModel

/// A row of the table of keys: a few keys that belong together, what each asks for, and all that is
/// said of them. Dispatch, the bars at the bottom, help, the man page and the READMEs are made of it.
struct KeyRow<Action: Hashable & Sendable>: Sendable {
  /// A key, and what it asks for.
  struct Binding: Sendable, Hashable {
    let key: Key
    let action: Action
  }

  /// The keys that the bar at the bottom names.
  let inBar: [Binding]
  /// The keys that do the same, and that help names, too.
  let inHelp: [Binding]
  /// The keys that do the same, as people who miss a key by a little expect it; nobody names them.
  let unnamed: [Binding]
  /// What they do, in a word or two: for the bar at the bottom.
  let name: Localized
  /// What they do, in a sentence.
  let help: Localized
  /// When they do it.
  let condition: KeyCondition

  /// A row.
  init(
    _ inBar: KeyValuePairs<Key, Action>, also inHelp: KeyValuePairs<Key, Action> = [:],
    unnamed: KeyValuePairs<Key, Action> = [:], when condition: KeyCondition, name: Localized,
    help: Localized
  ) {
    self.init(
      inBar: Self.bindings(inBar), inHelp: Self.bindings(inHelp),
      unnamed: Self.bindings(unnamed), condition: condition, name: name, help: help)
  }

  private init(
    inBar: [Binding], inHelp: [Binding], unnamed: [Binding], condition: KeyCondition,
    name: Localized, help: Localized
  ) {
    self.inBar = inBar
    self.inHelp = inHelp
    self.unnamed = unnamed
    self.condition = condition
    self.name = name
    self.help = help
  }

  private static func bindings(_ pairs: KeyValuePairs<Key, Action>) -> [Binding] {
    pairs.map { Binding(key: $0.key, action: $0.value) }
  }

  /// All keys of the row.
  var bindings: [Binding] { inBar + inHelp + unnamed }

  /// What a key asks for.
  func action(for key: Key) -> Action? { bindings.first { $0.key == key }?.action }

  /// The same row in the table of a screen that hands these keys on to another.
  func map<Other>(_ transform: (Action) -> Other) -> KeyRow<Other> {
    func mapped(_ bindings: [Binding]) -> [KeyRow<Other>.Binding] {
      bindings.map { .init(key: $0.key, action: transform($0.action)) }
    }
    return KeyRow<Other>(
      inBar: mapped(inBar), inHelp: mapped(inHelp), unnamed: mapped(unnamed),
      condition: condition, name: name, help: help)
  }
}

/// Rows that belong together, under a heading.
struct KeyGroup<Action: Hashable & Sendable>: Sendable {
  let title: Localized
  let rows: [KeyRow<Action>]
}

extension [KeyRow<RunAction>] {
  /// The rows that have one of these actions.
  func about(_ actions: Set<RunAction>) -> [KeyRow<RunAction>] {
    filter { row in row.bindings.contains { actions.contains($0.action) } }
  }
}
