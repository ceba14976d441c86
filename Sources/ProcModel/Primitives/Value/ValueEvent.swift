/// The kinds of events of: memory, shared and private.
public enum ValueEvent: Sendable, Hashable, CaseIterable {
  /// `value.read`
  case read
  /// `value.write`
  case write
  /// `memory`
  case memory
  /// `expect`
  case expect
}

extension ValueEvent {
  /// The row of the kind.
  var facts: KindFacts {
    switch self {
    case .read:
      KindFacts(
        name: "value.read", words: Localized(zh: "读", en: "reads"), family: .values,
        role: .look, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .readsValue, onlyLooks: true, isPrivate: false,
        mark: .read, label: .shownValue, caption: .shownValue, comparedBy: .own(.element),
        isFoundByValue: true)
    case .write:
      KindFacts(
        name: "value.write", words: Localized(zh: "写入", en: "writes"), family: .values,
        role: .change, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .writesValue, onlyLooks: false, isPrivate: false,
        mark: .write, label: .shownValue, caption: .shownValue, comparedBy: .turn(.element),
        isFoundByValue: true)
    case .memory:
      KindFacts(
        name: "memory", words: Localized(zh: "内存", en: "remembers, in the memory"), family: .values,
        role: .say, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .writes, onlyLooks: false, isPrivate: true,
        mark: .remembered, label: .text, caption: .text, comparedBy: .own(.said),
        isFoundByValue: false
      )
    case .expect:
      KindFacts(
        name: "expect", words: Localized(zh: "应当 应为", en: "should be, expected"), family: .values,
        role: .protocolOnly, completedBy: nil, standsInLine: false, gate: .never,
        object: .object, footprint: .nothing, onlyLooks: false, isPrivate: true,
        mark: nil, label: .nothing, caption: .text, comparedBy: .own(.value), isFoundByValue: true)
    }
  }
}
