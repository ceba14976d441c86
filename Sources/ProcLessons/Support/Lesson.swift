public import ProcModel

/// A chapter of the tutorial.
public enum Lesson: Int, Sendable, CaseIterable {
  case processes = 1
  case sharingData
  case locks
  case pools
  case whatGoesWrong

  /// Its title.
  public var title: Localized {
    switch self {
    case .processes: Localized(zh: "进程", en: "Processes")
    case .sharingData: Localized(zh: "共享数据", en: "Sharing data")
    case .locks: Localized(zh: "进程锁", en: "Locks")
    case .pools: Localized(zh: "进程池", en: "Pools")
    case .whatGoesWrong: Localized(zh: "哪里会出错", en: "What goes wrong")
    }
  }
}
