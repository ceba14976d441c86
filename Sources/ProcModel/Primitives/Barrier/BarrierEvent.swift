/// The kinds of events of: barriers.
public enum BarrierEvent: Sendable, Hashable, CaseIterable {
  /// `barrier.wait`
  case wait
  /// `barrier.pass`
  case pass
  /// `barrier.timeout`
  case timeout
  /// `barrier.abort`
  case abort
  /// `barrier.reset`
  case reset
}

extension BarrierEvent {
  /// The row of the kind.
  var facts: KindFacts {
    switch self {
    case .wait:
      KindFacts(
        name: "barrier.wait", words: Localized(zh: "到达屏障", en: "arrives at a barrier"),
        family: .coordination,
        role: .give, completedBy: .barrierPass, standsInLine: true, gate: .part,
        object: .object, footprint: .writes, onlyLooks: false, isPrivate: false,
        mark: .arrived, label: .ordinal, caption: .text, comparedBy: .nothing, isFoundByValue: false
      )
    case .pass:
      KindFacts(
        name: "barrier.pass", words: Localized(zh: "通过屏障", en: "passes a barrier"),
        family: .coordination,
        role: .take, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .passes, onlyLooks: false, isPrivate: false,
        mark: .passed, label: .nothing, caption: .text, comparedBy: .own(.isBroken),
        isFoundByValue: false)
    case .timeout:
      KindFacts(
        name: "barrier.timeout",
        words: Localized(zh: "不再等 已超时", en: "stops waiting, timed out, timeout"),
        family: .coordination,
        role: .timeout, completedBy: nil, standsInLine: false, gate: .givesUp(.barrierPass),
        object: .object, footprint: .writes, onlyLooks: false, isPrivate: false,
        mark: .timedOut, label: .nothing, caption: .text, comparedBy: .own(.said),
        isFoundByValue: false)
    case .abort:
      KindFacts(
        name: "barrier.abort", words: Localized(zh: "使屏障损坏", en: "breaks a barrier"),
        family: .coordination,
        role: .change, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .writes, onlyLooks: false, isPrivate: false,
        mark: .broken, label: .nothing, caption: .text, comparedBy: .own(.said),
        isFoundByValue: false)
    case .reset:
      KindFacts(
        name: "barrier.reset", words: Localized(zh: "重置屏障", en: "resets a barrier"),
        family: .coordination,
        role: .change, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .writes, onlyLooks: false, isPrivate: false,
        mark: .broken, label: .nothing, caption: .text, comparedBy: .own(.said),
        isFoundByValue: false)
    }
  }
}
