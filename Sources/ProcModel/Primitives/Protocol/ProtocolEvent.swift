/// The kinds of events of: the protocol itself.
public enum ProtocolEvent: Sendable, Hashable, CaseIterable {
  /// `object.define`
  case define
  /// `gate.wait`
  case gate
}

extension ProtocolEvent {
  /// The row of the kind.
  var facts: KindFacts {
    switch self {
    case .define:
      KindFacts(
        name: "object.define", words: Localized(zh: "创建", en: "creates an object"), family: nil,
        role: .protocolOnly, completedBy: nil, standsInLine: false, gate: .never,
        object: .any, footprint: .nothing, onlyLooks: false, isPrivate: true,
        mark: nil, label: .nothing, caption: .text, comparedBy: .nothing, isFoundByValue: false)
    case .gate:
      KindFacts(
        name: "gate.wait", words: Localized(zh: "停在下一步之前", en: "is held before an operation"),
        family: nil,
        role: .protocolOnly, completedBy: nil, standsInLine: false, gate: .never,
        object: .any, footprint: .nothing, onlyLooks: false, isPrivate: true,
        mark: nil, label: .nothing, caption: .text, comparedBy: .nothing, isFoundByValue: false)
    }
  }
}
