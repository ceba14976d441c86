extension Event {
  /// What stands below its mark: a value, an item, an exit code, a task's number (`#3`); may be
  /// empty. It comes from a process and may hold anything.
  public var markLabel: String { text(kind.facts.label) }

  /// What is said of it beside its name and its object, in one word; may be empty, and may hold
  /// anything.
  public var caption: String { text(kind.facts.caption) }

  private func text(_ label: KindFacts.Label) -> String {
    switch label {
    case .nothing: ""
    case .text: text
    case .value: String(value)
    case .shownValue: valueText
    case .entry: detail.isEmpty ? text : "\(text)=\(detail)"
    case .serial: "#\(extra)"
    case .ordinal: String(value &+ 1)
    case .status: flags.contains(.statusUnknown) ? "" : String(value)
    }
  }
}
