/// The kinds of events of: managers and the objects that they serve.
public enum ManagerEvent: Sendable, Hashable, CaseIterable {
  /// `dict.set`
  case set
  /// `dict.get`
  case get
  /// `manager.request`
  case request
  /// `manager.serve`
  case serve
  /// `manager.ready`
  case ready
}

extension ManagerEvent {
  /// The row of the kind.
  var facts: KindFacts {
    switch self {
    case .set:
      KindFacts(
        name: "dict.set", words: Localized(zh: "已设置", en: "has set an entry"), family: .managers,
        role: .change, completedBy: nil, standsInLine: false, gate: .part,
        object: .object, footprint: .nothing, onlyLooks: false, isPrivate: false,
        mark: .set, label: .entry, caption: .entry, comparedBy: .turn(.said), isFoundByValue: false)
    case .get:
      KindFacts(
        name: "dict.get", words: Localized(zh: "取得", en: "gets an entry"), family: .managers,
        role: .take, completedBy: nil, standsInLine: false, gate: .part,
        object: .object, footprint: .nothing, onlyLooks: true, isPrivate: false,
        mark: .fetched, label: .entry, caption: .entry, comparedBy: .own(.said),
        isFoundByValue: false)
    case .request:
      KindFacts(
        name: "manager.request", words: Localized(zh: "请求管理器", en: "asks the manager"),
        family: .managers,
        role: .give, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .asks, onlyLooks: false, isPrivate: false,
        mark: nil, label: .nothing, caption: .text, comparedBy: .own(.said), isFoundByValue: false)
    case .serve:
      KindFacts(
        name: "manager.serve", words: Localized(zh: "管理器执行", en: "serves, the manager"),
        family: .managers,
        role: .change, completedBy: nil, standsInLine: false, gate: .happens,
        object: .object, footprint: .nothing, onlyLooks: false, isPrivate: false,
        mark: .served, label: .text, caption: .text, comparedBy: .turn(.said), isFoundByValue: false
      )
    case .ready:
      KindFacts(
        name: "manager.ready", words: Localized(zh: "已就绪", en: "learns that the manager is ready"),
        family: .managers,
        role: .take, completedBy: nil, standsInLine: false, gate: .maybe,
        object: .process, footprint: .joins, onlyLooks: false, isPrivate: false,
        mark: nil, label: .nothing, caption: .text, comparedBy: .nothing, isFoundByValue: false)
    }
  }
}
