/// The kinds of events of: what is typed, printed and noted.
public enum ConsoleEvent: Sendable, Hashable, CaseIterable {
  /// `input.wait`
  case inputWait
  /// `input.read`
  case inputRead
  /// `output`
  case output
  /// `note`
  case note
}

extension ConsoleEvent {
  /// The row of the kind.
  var facts: KindFacts {
    switch self {
    case .inputWait:
      KindFacts(
        name: "input.wait", words: Localized(zh: "等待输入", en: "waits for a line of input"),
        family: .output,
        role: .wait, completedBy: .inputRead, standsInLine: false, gate: .happens,
        object: .any, footprint: .nothing, onlyLooks: false, isPrivate: true,
        mark: nil, label: .nothing, caption: .text, comparedBy: .nothing, isFoundByValue: false)
    case .inputRead:
      KindFacts(
        name: "input.read", words: Localized(zh: "读到输入", en: "reads a line of input"),
        family: .output,
        role: .take, completedBy: nil, standsInLine: false, gate: .happens,
        object: .any, footprint: .readsInput, onlyLooks: false, isPrivate: true,
        mark: .typed, label: .text, caption: .text, comparedBy: .own(.said), isFoundByValue: false)
    case .output:
      KindFacts(
        name: "output", words: Localized(zh: "打印", en: "prints"), family: .output,
        role: .say, completedBy: nil, standsInLine: false, gate: .part,
        object: .any, footprint: .nothing, onlyLooks: false, isPrivate: true,
        mark: .printed, label: .nothing, caption: .text, comparedBy: .own(.said),
        isFoundByValue: false
      )
    case .note:
      KindFacts(
        name: "note", words: Localized(zh: "备注", en: "notes"), family: .output,
        role: .say, completedBy: nil, standsInLine: false, gate: .never,
        object: .any, footprint: .nothing, onlyLooks: false, isPrivate: true,
        mark: .noted, label: .text, caption: .text, comparedBy: .own(.said), isFoundByValue: false)
    }
  }
}
